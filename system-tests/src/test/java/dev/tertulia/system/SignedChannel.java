package dev.tertulia.system;

import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A WhatsApp channel of a demo tenant whose webhooks the test signs itself, as Meta would. */
final class SignedChannel {
    private static final String APP_SECRET = "app-secret-of-the-system-test";

    final UUID id;
    final String phoneNumberId = "system-" + UUID.randomUUID();
    private final int gatewayPort;

    private SignedChannel(RunningStack stack, RequestSpecification owner) {
        gatewayPort = stack.stack.ports().gateway();
        id = UUID.fromString(owner.body(Map.of(
                        "type",
                        "whatsapp",
                        "name",
                        "System test",
                        "settings",
                        Map.of("phoneNumberId", phoneNumberId),
                        "secrets",
                        Map.of("accessToken", "token", "appSecret", APP_SECRET, "verifyToken", "verify")))
                .post("/api/v1/channels")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    static SignedChannel of(RunningStack stack, String owner) {
        return of(stack, stack.as(owner));
    }

    static SignedChannel of(RunningStack stack, RequestSpecification owner) {
        return new SignedChannel(stack, owner);
    }

    /** One message as Meta writes it. */
    static String text(String waId, String externalId, long second, String text) {
        return "{\"from\":\"%s\",\"id\":\"%s\",\"timestamp\":\"%d\",\"type\":\"text\",\"text\":{\"body\":\"%s\"}}"
                .formatted(waId, externalId, second, text);
    }

    byte[] webhook(String waId, List<String> messages) {
        return """
                {"object":"whatsapp_business_account","entry":[{"id":"waba","changes":[{"field":"messages","value":{\
                "messaging_product":"whatsapp","metadata":{"display_phone_number":"1555","phone_number_id":"%s"},\
                "contacts":[{"wa_id":"%s","profile":{"name":"Customer %s"}}],"messages":[%s]}}]}]}""".formatted(phoneNumberId, waId, waId, messages.stream().collect(Collectors.joining(",")))
                .getBytes(StandardCharsets.UTF_8);
    }

    String path() {
        return "/webhooks/whatsapp/" + id;
    }

    static String sign(byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(APP_SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    int post(byte[] body) {
        RequestSpecification request = RestAssured.given()
                .baseUri("http://127.0.0.1")
                .port(gatewayPort)
                .contentType("application/json")
                .header("X-Hub-Signature-256", sign(body));
        return request.body(body).post(path()).statusCode();
    }
}
