package dev.tertulia.local.whatsapp.graph;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tertulia.local.whatsapp.thread.ThreadMessage;
import java.util.Base64;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** An error as the Graph API answers it. Thrown by what refuses a call, and written by {@link GraphRoutes}. */
final class GraphError extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int httpStatus;
    private final int code;
    private final String title;
    private final String type;
    private final @Nullable String details;
    private final @Nullable Integer subcode;

    private GraphError(
            int httpStatus,
            int code,
            String message,
            String title,
            String type,
            @Nullable String details,
            @Nullable Integer subcode) {
        super(message, null, false, false);
        this.httpStatus = httpStatus;
        this.code = code;
        this.title = title;
        this.type = type;
        this.details = details;
        this.subcode = subcode;
    }

    /** The error with this code and its usual words; {@code details} and {@code httpStatus} replace the usual ones. */
    static GraphError of(int code, @Nullable String details, @Nullable Integer httpStatus) {
        MetaError known = MetaError.of(code);
        String title = known == null ? "Something went wrong" : known.title();
        return new GraphError(
                httpStatus != null ? httpStatus : known == null ? 400 : known.httpStatus(),
                code,
                "(#" + code + ") " + title,
                title,
                "OAuthException",
                details != null ? details : known == null ? null : known.details(),
                null);
    }

    static GraphError of(int code, String details) {
        return of(code, details, null);
    }

    /** 100, a parameter that is missing or wrong; the words stand in the message itself. */
    static GraphError parameter(String words) {
        return new GraphError(400, 100, "(#100) " + words, "Invalid parameter", "OAuthException", null, null);
    }

    /** 190, the access token is none of ours. */
    static GraphError wrongToken() {
        return new GraphError(
                401,
                190,
                "Invalid OAuth access token - Cannot parse access token",
                "Access token",
                "OAuthException",
                null,
                null);
    }

    /** 190 with subcode 463, the access token was good once. */
    static GraphError expiredToken() {
        return new GraphError(
                401,
                190,
                "Error validating access token: Session has expired on Monday, 01-Jan-24 00:00:00 PST. The current time is later.",
                "Access token",
                "OAuthException",
                null,
                463);
    }

    /** 104, no access token at all. */
    static GraphError noToken() {
        return new GraphError(
                401,
                104,
                "An access token is required to request this resource.",
                "Access token",
                "OAuthException",
                null,
                null);
    }

    /** 100 with subcode 33, an object that does not exist for this token. */
    static GraphError noSuchObject(String method, String id) {
        return new GraphError(
                400,
                100,
                "Unsupported " + method + " request. Object with ID '" + id
                        + "' does not exist, cannot be loaded due to missing permissions, or does not support this operation."
                        + " Please read the Graph API documentation at https://developers.facebook.com/docs/graph-api",
                "Invalid parameter",
                "GraphMethodException",
                null,
                33);
    }

    /** 2500, a path that the Graph API does not have. */
    static GraphError unknownPath(String path) {
        return new GraphError(
                400, 2500, "Unknown path components: " + path, "Unknown path", "OAuthException", null, null);
    }

    /** 2200, a callback that did not pass its verification. */
    static GraphError callbackNotVerified(String why) {
        return new GraphError(
                400, 2200, "(#2200) Callback verification failed: " + why, "Callback", "OAuthException", null, null);
    }

    /** An outage that names no code: Meta's unknown error. */
    static GraphError outage(int httpStatus) {
        return new GraphError(
                httpStatus,
                httpStatus == 503 ? 2 : 1,
                "An unexpected error has occurred. Please retry your request later.",
                "Outage",
                "OAuthException",
                null,
                null);
    }

    int httpStatus() {
        return httpStatus;
    }

    int code() {
        return code;
    }

    /** The same as a message's status tells it. */
    ThreadMessage.Reason asStatusError() {
        return new ThreadMessage.Reason(code, title, details == null ? title : details);
    }

    /** {@code {"error":{…}}}, with a fresh trace id. */
    ObjectNode body() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode error = body.putObject("error");
        error.put("message", getMessage()).put("type", type).put("code", code);
        if (details != null) {
            error.putObject("error_data").put("messaging_product", "whatsapp").put("details", details);
        }
        if (subcode != null) {
            error.put("error_subcode", subcode);
        }
        byte[] trace = new byte[16];
        ThreadLocalRandom.current().nextBytes(trace);
        error.put("fbtrace_id", "A" + Base64.getUrlEncoder().withoutPadding().encodeToString(trace));
        return body;
    }
}
