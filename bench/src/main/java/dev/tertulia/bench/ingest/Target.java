package dev.tertulia.bench.ingest;

import java.util.UUID;

/** A channel to post to. */
record Target(UUID tenant, UUID channel, String phoneNumberId) {
    static final String APP_SECRET = "app-secret-for-bench";

    String path() {
        return "/webhooks/whatsapp/" + channel;
    }

    String line() {
        return tenant + " " + channel + " " + phoneNumberId;
    }

    static Target of(String line) {
        String[] parts = line.split(" ");
        return new Target(UUID.fromString(parts[0]), UUID.fromString(parts[1]), parts[2]);
    }
}
