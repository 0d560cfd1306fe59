package dev.tertulia.messaging.ingest;

import dev.tertulia.contracts.messaging.Message;
import dev.tertulia.messaging.inbound.InboundAttachment;
import dev.tertulia.messaging.inbound.InboundMessage;
import dev.tertulia.messaging.inbound.InboundParty;
import dev.tertulia.platform.context.UuidV7;
import dev.tertulia.platform.phone.Phones;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns a message of a webhook into the row that is stored. */
@ApplicationScoped
class MessageRows {
    private final IngestConfig config;

    MessageRows(IngestConfig config) {
        this.config = config;
    }

    MessageRow of(WebhookDelivery delivery, InboundMessage item) {
        InboundParty customer = item.customer();
        return new MessageRow(
                delivery,
                item,
                UuidV7.next(),
                canonical(customer),
                customer.phone(),
                item.externalId() == null ? madeOf(item) : item.externalId(),
                MessageContent.of(item),
                MessageContent.preview(item.content()),
                item.content().attachments().stream()
                        .map(MessageRows::attachment)
                        .toList(),
                occurredAt(item.providerTime(), delivery.receivedAt()));
    }

    /** By which identities are matched: the digits of a phone in one form for all its variants, else the user id. */
    static String canonical(InboundParty customer) {
        return canonical(customer.address());
    }

    static String canonical(String address) {
        return Phones.canonicalWhatsApp(address).orElse(address);
    }

    private Instant occurredAt(@Nullable Instant providerTime, Instant receivedAt) {
        return providerTime == null || providerTime.isAfter(receivedAt.plus(config.clockTolerance()))
                ? receivedAt
                : providerTime;
    }

    private static Message.Attachment attachment(InboundAttachment file) {
        String problem = null;
        if (!file.available()) {
            problem = "The provider could not get hold of this file";
        } else if (file.providerMediaId() == null) {
            problem = "The provider did not say how to fetch this file";
        }
        return new Message.Attachment(
                UuidV7.next(),
                file.kind().wireName(),
                file.mediaType(),
                file.fileName(),
                file.sizeBytes(),
                file.voice() ? true : null,
                file.animated() ? true : null,
                problem == null ? "pending" : "unavailable",
                problem,
                null);
    }

    /** A few webhooks carry messages without an id: the same words at the same time by the same person are one message. */
    private static String madeOf(InboundMessage item) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String said = item.customer().address() + '\n' + item.providerTime() + '\n' + item.content();
            return "made:" + HexFormat.of().formatHex(digest.digest(said.getBytes(StandardCharsets.UTF_8)), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<InboundAttachment> files(MessageRow row) {
        return row.item().content().attachments();
    }
}
