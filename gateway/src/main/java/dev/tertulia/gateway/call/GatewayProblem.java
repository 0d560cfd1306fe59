package dev.tertulia.gateway.call;

/** What the gateway refuses by itself. Where a service has the same problem, the code is the same. */
public enum GatewayProblem {
    PATH_NOT_ACCEPTED("path-not-accepted", 400, "The path is not written plainly"),
    CREDENTIALS_AMBIGUOUS("credentials-ambiguous", 400, "More than one credential came with the request"),
    TENANT_MALFORMED("tenant-malformed", 400, "X-Tenant is not the slug of a tenant"),
    UPGRADE_MALFORMED("upgrade-malformed", 400, "The request is no valid WebSocket upgrade"),
    UNAUTHENTICATED("unauthenticated", 401, "Sign in first"),
    TICKET_REFUSED("ticket-refused", 401, "The ticket is not valid"),
    ORIGIN_REFUSED("origin-refused", 403, "Pages of this origin may not call"),
    FEATURE_OFF("feature-off", 403, "The feature is switched off"),
    NOT_FOUND("not-found", 404, "Nothing is here"),
    METHOD_NOT_ALLOWED("method-not-allowed", 405, "The method does not apply here"),
    REQUEST_TIMEOUT("request-timeout", 408, "The request came too slowly"),
    BODY_TOO_LARGE("body-too-large", 413, "The request body is too large"),
    UPGRADE_REQUIRED("upgrade-required", 426, "This path is a WebSocket"),
    TOO_MANY_REQUESTS("too-many-requests", 429, "Too many requests"),
    INTERNAL_ERROR("internal-error", 500, "Something went wrong on our side"),
    UNAVAILABLE("unavailable", 503, "Not available at the moment");

    private final String code;
    private final int status;
    private final String title;

    GatewayProblem(String code, int status, String title) {
        this.code = code;
        this.status = status;
        this.title = title;
    }

    public String code() {
        return code;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }
}
