package dev.tertulia.messaging.ingest;

import dev.tertulia.platform.web.ProblemType;

/** Why a webhook was not taken. */
enum WebhookProblem implements ProblemType {
    UNKNOWN_CHANNEL("unknown-channel", 404, "No channel has this webhook address"),
    WRONG_VERIFY_TOKEN("wrong-verify-token", 403, "The verify token is not this channel's"),
    WRONG_SIGNATURE("wrong-signature", 401, "The signature does not belong to this body and this channel's secret"),
    TOO_LARGE("webhook-too-large", 413, "No webhook is as large as this"),
    UNAVAILABLE("webhook-not-stored", 503, "The webhook could not be stored now: deliver it again");

    private final String code;
    private final int status;
    private final String title;

    WebhookProblem(String code, int status, String title) {
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
}
