package dev.tertulia.local.whatsapp.thread;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/** Ids of messages, shaped as Meta's: {@code wamid.} and base64 of the customer's number, a direction and 80 unique bits. */
public final class MessageIds {

    private static final long RUN = ThreadLocalRandom.current().nextLong(1L << 40);
    private static final AtomicLong NEXT = new AtomicLong();

    private MessageIds() {}

    /** The id of a message that the business sends to this customer. */
    public static String toCustomer(String waId) {
        return next(waId, (byte) 0x11);
    }

    /** The id of a message that this customer writes. */
    public static String fromCustomer(String waId) {
        return next(waId, (byte) 0x12);
    }

    private static String next(String waId, byte direction) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(64);
        byte[] phone = waId.getBytes(StandardCharsets.UTF_8);
        bytes.writeBytes(new byte[] {0x1c, 0x18, (byte) phone.length});
        bytes.writeBytes(phone);
        bytes.writeBytes(new byte[] {0x15, 0x02, 0x00, direction, 0x18, 0x14});
        // The random part tells runs apart, the counter the messages of one run.
        String unique = String.format(Locale.ROOT, "%010X%010X", RUN, NEXT.incrementAndGet());
        bytes.writeBytes(unique.getBytes(StandardCharsets.US_ASCII));
        bytes.write(0x00);
        return "wamid." + Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}
