package dev.tertulia.platform.web;

import java.util.Arrays;
import java.util.Optional;

/** The errors that belong to no feature. */
public enum CommonProblem implements ProblemType {
    MALFORMED_BODY("malformed-body", 400, "The request body cannot be read"),
    BODY_MISSING("body-missing", 400, "The request needs a body"),
    INVALID_PARAMETER("invalid-parameter", 400, "A parameter cannot be read"),
    INVALID_CURSOR("invalid-cursor", 400, "The cursor is not one of this list"),
    BAD_REQUEST("bad-request", 400, "The request cannot be understood"),
    UNAUTHENTICATED("unauthenticated", 401, "Sign in first"),
    FORBIDDEN("forbidden", 403, "Not allowed"),
    NOT_FOUND("not-found", 404, "Nothing is here"),
    METHOD_NOT_ALLOWED("method-not-allowed", 405, "The method does not apply here"),
    NOT_ACCEPTABLE("not-acceptable", 406, "No acceptable representation"),
    REQUEST_TIMEOUT("request-timeout", 408, "The request came too slowly"),
    CONFLICT("conflict", 409, "Something else changed at the same time"),
    STALE_VERSION("stale-version", 412, "It was changed by someone else"),
    BODY_TOO_LARGE("body-too-large", 413, "The request body is too large"),
    URI_TOO_LONG("uri-too-long", 414, "The address is too long"),
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415, "The body's content type is not supported here"),
    VALIDATION_FAILED("validation-failed", 422, "Some fields are not valid"),
    IDEMPOTENCY_KEY_REUSED("idempotency-key-reused", 422, "The idempotency key belongs to another request"),
    TOO_MANY_REQUESTS("too-many-requests", 429, "Too many requests"),
    HEADERS_TOO_LARGE("headers-too-large", 431, "The request's headers are too large"),
    INTERNAL_ERROR("internal-error", 500, "Something went wrong on our side"),
    NOT_IMPLEMENTED("not-implemented", 501, "Not offered here"),
    BAD_GATEWAY("bad-gateway", 502, "A service behind this one gave no usable answer"),
    UNAVAILABLE("unavailable", 503, "Not available at the moment"),
    GATEWAY_TIMEOUT("gateway-timeout", 504, "A service behind this one did not answer in time");

    private final String code;
    private final int status;
    private final String title;

    CommonProblem(String code, int status, String title) {
        this.code = code;
        this.status = status;
        this.title = title;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }

    /** The one that stands for a status about which no more is known. */
    static CommonProblem forStatus(int status) {
        return switch (status) {
            case 400 -> BAD_REQUEST;
            case 422 -> VALIDATION_FAILED;
            default -> exactly(status).orElse(status >= 500 ? INTERNAL_ERROR : BAD_REQUEST);
        };
    }

    private static Optional<CommonProblem> exactly(int status) {
        return Arrays.stream(values())
                .filter(problem -> problem.status == status)
                .findFirst();
    }
}
