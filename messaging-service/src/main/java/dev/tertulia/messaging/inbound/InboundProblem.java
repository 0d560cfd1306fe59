package dev.tertulia.messaging.inbound;

/**
 * Why a webhook as a whole could not be read.
 *
 * @param detail says what is wrong, without any of the content
 */
public record InboundProblem(Reason reason, String detail) {

    public enum Reason {
        EMPTY,
        NOT_JSON,
        NOT_AN_OBJECT,
        OTHER_PRODUCT,
        NOTHING_KNOWN_IN_IT
    }
}
