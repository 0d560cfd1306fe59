package dev.tertulia.messaging.channel.whatsapp;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Meta's question whether a webhook URL is ours: who knows the verify token gets the challenge back.
 *
 * <p>The challenge is the caller's own text. Answer it as {@code text/plain} with {@code nosniff} and never as HTML.
 */
public final class MetaVerification {

    private static final int MAX_CHALLENGE_LENGTH = 1_000;

    private MetaVerification() {}

    /**
     * What to answer, unchanged and as text, for it can be a number that no number type holds. Empty: refuse.
     *
     * @param parameters the query's parameters by name; the names have dots, underscores are PHP's and not accepted
     */
    public static Optional<String> challenge(Function<String, @Nullable String> parameters, String verifyToken) {
        String token = parameters.apply("hub.verify_token");
        String challenge = parameters.apply("hub.challenge");
        if (!"subscribe".equals(parameters.apply("hub.mode"))
                || token == null
                || verifyToken.isEmpty()
                || challenge == null
                || challenge.isEmpty()
                || challenge.length() > MAX_CHALLENGE_LENGTH) {
            return Optional.empty();
        }
        boolean known = MessageDigest.isEqual(
                token.getBytes(StandardCharsets.UTF_8), verifyToken.getBytes(StandardCharsets.UTF_8));
        return known ? Optional.of(challenge) : Optional.empty();
    }
}
