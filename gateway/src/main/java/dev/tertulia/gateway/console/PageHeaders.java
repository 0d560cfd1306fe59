package dev.tertulia.gateway.console;

import dev.tertulia.gateway.call.Call;
import io.vertx.core.MultiMap;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the console's pages may do: run what they came with, talk with this gateway and with the provider that people sign
 * in at, and nothing else. Nothing is loaded from a third party, and what people write can run nowhere.
 */
@Singleton
class PageHeaders {
    /** A page of the console that its own pages frame to renew a sign-in; no other may be framed. */
    private static final String FRAMED = "/silent-renew.html";

    /** What a header can hold without meaning something else there. */
    private static final Pattern AUTHORITY = Pattern.compile("[A-Za-z0-9.:\\[\\]-]{1,255}");

    private static final String PERMISSIONS =
            "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()";

    private final String issuer;

    PageHeaders(SignInConfig signIn) {
        this.issuer = origin(signIn.issuer());
    }

    private static String origin(URI address) {
        return address.getScheme() + "://" + address.getRawAuthority();
    }

    void put(Call call) {
        MultiMap headers = call.response().headers();
        headers.set("Content-Security-Policy", policy(call));
        headers.set("Permissions-Policy", PERMISSIONS);
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
    }

    private String policy(Call call) {
        return "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; manifest-src 'self';"
                + " worker-src 'self'; img-src 'self' blob: data:; media-src 'self' blob:; connect-src 'self'"
                + sockets(call) + " " + issuer + "; frame-src 'self' " + issuer
                + "; form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors "
                + (call.path().equals(FRAMED) ? "'self'" : "'none'");
    }

    /** Older browsers do not take 'self' for sockets to the same place. */
    private static String sockets(Call call) {
        @Nullable String authority = call.client().authority();
        if (authority == null || !AUTHORITY.matcher(authority).matches()) {
            return "";
        }
        return (call.client().scheme().equals("https") ? " wss://" : " ws://") + authority;
    }
}
