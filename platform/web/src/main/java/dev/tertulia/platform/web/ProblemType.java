package dev.tertulia.platform.web;

/**
 * One kind of error. Each feature lists its own in an enum:
 *
 * <pre>{@code
 * public enum ConversationProblem implements ProblemType {
 *     NOT_FOUND("conversation-not-found", 404, "No such conversation");
 *     …
 * }
 * }</pre>
 *
 * and fails with {@code ProblemException.of(ConversationProblem.NOT_FOUND)}. Codes are part of the API: never renamed.
 */
public interface ProblemType {
    /** Kebab-case; the problem's {@code type} is {@code /problems/<code>}. */
    String code();

    /** The HTTP status. */
    int status();

    /** What is wrong, the same words for each occurrence. */
    String title();
}
