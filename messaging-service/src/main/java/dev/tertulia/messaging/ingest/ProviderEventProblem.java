package dev.tertulia.messaging.ingest;

import dev.tertulia.platform.web.ProblemType;

/** What can be wrong with replaying a provider's event. */
enum ProviderEventProblem implements ProblemType {
    NOT_FOUND("provider-event-not-found", 404, "No such event, or it is forgotten by now"),
    CHANNEL_GONE("provider-event-channel-gone", 409, "The event's channel is disconnected"),
    STILL_UNREADABLE("provider-event-still-unreadable", 409, "The event is not understood today either"),
    STILL_REFUSED("provider-event-still-refused", 409, "The event cannot be stored today either");

    private final String code;
    private final int status;
    private final String title;

    ProviderEventProblem(String code, int status, String title) {
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
