package dev.tertulia.messaging.inbound;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A file that the provider holds for us for a while.
 *
 * @param kind image, audio, video, document or sticker
 * @param providerMediaId by which it is fetched
 * @param contentType as the provider says, with parameters and now and then a stray backslash: see {@link #mediaType()}
 * @param sha256 as the provider says, base64 or hex: see {@link #hasSha256(byte[])}
 * @param sizeBytes null when the provider does not say
 * @param voice recorded in the app rather than attached
 * @param available false when the provider says that it could not get hold of the file: do not try to fetch it
 * @param temporaryUrl lives minutes and needs our token: a shortcut to the file, never a link to keep or show
 */
public record InboundAttachment(
        MessageKind kind,
        @Nullable String providerMediaId,
        @Nullable String contentType,
        @Nullable String fileName,
        @Nullable String sha256,
        @Nullable Long sizeBytes,
        boolean voice,
        boolean animated,
        boolean available,
        @Nullable String temporaryUrl) {

    /** The bare media type in lower case, {@code audio/ogg} of {@code audio/ogg; codecs=opus}. */
    public @Nullable String mediaType() {
        if (contentType == null) {
            return null;
        }
        int parameters = contentType.indexOf(';');
        String bare = parameters < 0 ? contentType : contentType.substring(0, parameters);
        return bare.replace("\\", "").strip().toLowerCase(Locale.ROOT);
    }

    /** Whether the file whose digest this is, is the one announced; true when nothing was announced. */
    public boolean hasSha256(byte[] digest) {
        if (sha256 == null || sha256.isBlank()) {
            return true;
        }
        String announced = sha256.replace("\\", "").strip();
        try {
            byte[] expected = announced.length() == 2 * digest.length
                    ? HexFormat.of().parseHex(announced.toLowerCase(Locale.ROOT))
                    : Base64.getDecoder().decode(announced);
            return MessageDigest.isEqual(expected, digest);
        } catch (IllegalArgumentException notADigest) {
            return false;
        }
    }
}
