package dev.tertulia.bench.ingest;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Webhooks of about one kilobyte, each with a message of its own, signed as Meta signs them. */
final class Payloads {
    private static final String TEXT =
            "Hello, I would like to know the status of my order, thank you very much! ".repeat(6);
    private final Mac mac;

    Payloads() {
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Target.APP_SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    record Signed(byte[] body, String signature) {}

    Signed text(Target target, String run, long number, int customer) {
        String waId = "5511" + (900_000_000L + customer);
        String body = "{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"WABA1\",\"changes\":[{\"value\":"
                + "{\"messaging_product\":\"whatsapp\",\"metadata\":{\"display_phone_number\":\"15550000001\","
                + "\"phone_number_id\":\"" + target.phoneNumberId()
                + "\"},\"contacts\":[{\"profile\":{\"name\":\"Contact "
                + customer + "\"},\"wa_id\":\"" + waId + "\"}],\"messages\":[{\"from\":\"" + waId + "\",\"id\":\"wamid."
                + run + '.' + number + "\",\"timestamp\":\"" + (1_760_000_000L + number / 1000)
                + "\",\"text\":{\"body\":\"" + TEXT + "\"},\"type\":\"text\"}]},\"field\":\"messages\"}]}]}";
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return new Signed(bytes, "sha256=" + HexFormat.of().formatHex(mac.doFinal(bytes)));
    }
}
