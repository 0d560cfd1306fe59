package dev.tertulia.platform.web;

import jakarta.ws.rs.core.EntityTag;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Versions as HTTP has them: {@code ETag} out, {@code If-Match} in (RFC 9110, 13.1.1). */
public final class EntityTags {
    private static final Pattern TAG = Pattern.compile("\\s*(W/)?\"([\\x21\\x23-\\x7E\\x80-\\xFF]*)\"\\s*(?:,|$)");

    private EntityTags() {}

    /** The strong tag of a version. */
    public static EntityTag of(long version) {
        return new EntityTag(Long.toString(version));
    }

    /**
     * Lets a change go on only if the caller saw the current version: fails with {@link CommonProblem#STALE_VERSION} (412)
     * if {@code If-Match} names other versions, and with a 400 if it cannot be read. Without the header, or with
     * {@code *}, there is no condition.
     *
     * @param ifMatch the header as it came
     */
    public static void requireMatch(@Nullable String ifMatch, long currentVersion) {
        if (ifMatch == null || ifMatch.isBlank() || ifMatch.strip().equals("*")) {
            return;
        }
        String current = of(currentVersion).getValue();
        Matcher tags = TAG.matcher(ifMatch);
        boolean matches = false;
        int end = 0;
        while (end < ifMatch.length() && tags.find(end) && tags.start() == end) {
            // A weak tag never matches here: the condition asks for the very same state.
            matches |= tags.group(1) == null && tags.group(2).equals(current);
            end = tags.end();
        }
        if (end < ifMatch.length()) {
            throw ProblemException.of(
                    CommonProblem.INVALID_PARAMETER, "If-Match must hold entity tags as ETag gave them, or *.");
        }
        if (!matches) {
            throw ProblemException.of(
                    CommonProblem.STALE_VERSION,
                    "Read it again, apply the change to what it is now, and send that tag.");
        }
    }
}
