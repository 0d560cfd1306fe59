package dev.tertulia.messaging.channel.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a file can be fetched, with the channel's token, for about five minutes.
 *
 * @param sizeBytes null when Meta does not say
 */
public record MediaLookup(
        URI url,
        @Nullable String contentType,
        @Nullable String sha256,
        @Nullable Long sizeBytes) {

    private static final List<String> META_DOMAINS = List.of("fbsbx.com", "fbcdn.net", "whatsapp.net", "facebook.com");

    /** Empty when the answer has no URL that the token may be sent to. @param apiUrl of the Graph API in use */
    public static Optional<MediaLookup> read(JsonNode answer, URI apiUrl) {
        URI url = url(WireJson.words(answer, "url"));
        if (url == null || !mayHaveToken(url, apiUrl)) {
            return Optional.empty();
        }
        return Optional.of(new MediaLookup(
                url,
                WireJson.words(answer, "mime_type"),
                WireJson.id(answer, "sha256"),
                WireJson.wholeNumber(answer, "file_size")));
    }

    /** Whether a URL is Meta's, or the API's own host: nobody else may see the token. */
    public static boolean mayHaveToken(URI url, URI apiUrl) {
        if (url.getHost() == null || url.getUserInfo() != null) {
            return false;
        }
        String host = url.getHost().toLowerCase(Locale.ROOT);
        if (host.equalsIgnoreCase(apiUrl.getHost())
                && url.getPort() == apiUrl.getPort()
                && apiUrl.getScheme().equalsIgnoreCase(url.getScheme())) {
            return true;
        }
        return "https".equalsIgnoreCase(url.getScheme())
                && (url.getPort() == -1 || url.getPort() == 443)
                && META_DOMAINS.stream().anyMatch(domain -> host.equals(domain) || host.endsWith("." + domain));
    }

    private static @Nullable URI url(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return new URI(text);
        } catch (URISyntaxException notAUrl) {
            return null;
        }
    }
}
