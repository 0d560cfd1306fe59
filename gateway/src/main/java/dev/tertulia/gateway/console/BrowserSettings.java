package dev.tertulia.gateway.console;

import dev.tertulia.gateway.call.Call;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What browsers are told before anybody signed in. */
@Singleton
public class BrowserSettings {
    /** Where the console reads how it is set up. */
    public static final String PATH = "/console.json";

    private static final String JSON = "application/json";

    private final String signIn;
    private final String console;

    BrowserSettings(
            SignInConfig signIn,
            ConsoleConfig config,
            @ConfigProperty(name = "quarkus.application.version", defaultValue = "unknown") String version) {
        this.signIn = new JsonObject()
                .put("issuer", signIn.issuer().toString())
                .put("clientId", signIn.clientId())
                .encode();
        JsonObject settings = new JsonObject()
                .put("oidcIssuer", signIn.issuer().toString())
                .put("clientId", signIn.clientId())
                .put("version", version);
        config.simulator().map(BrowserSettings::simulator).ifPresent(simulator -> settings.put("simulator", simulator));
        this.console = settings.encode();
    }

    private static JsonObject simulator(ConsoleConfig.Simulator simulator) {
        return new JsonObject()
                .put("url", simulator.url().toString())
                .put(
                        "settings",
                        new JsonObject()
                                .put("phoneNumberId", simulator.phoneNumberId())
                                .put("businessAccountId", simulator.businessAccountId()))
                .put(
                        "secrets",
                        new JsonObject()
                                .put("accessToken", simulator.accessToken())
                                .put("appSecret", simulator.appSecret())
                                .put("verifyToken", simulator.verifyToken()));
    }

    /** Where people sign in, for any application. */
    public void answerSignIn(Call call) {
        call.answer(JSON, signIn);
    }

    /** How the console is set up. */
    public void answerConsole(Call call) {
        call.answer(JSON, console);
    }
}
