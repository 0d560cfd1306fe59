package dev.tertulia.local.whatsapp.graph;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The error codes of the WhatsApp Cloud API that matter to a sender, with the status and words they usually come with. */
enum MetaError {
    UNKNOWN(1, 500, "An unknown error occurred", "Invalid request or possible server error."),
    SERVICE(2, 503, "Service temporarily unavailable", "Temporary due to downtime or due to being overloaded."),
    CAPABILITY(
            3,
            500,
            "Application does not have the capability to make this API call",
            "Capability or permissions issue."),
    APP_CALLS(4, 429, "Application request limit reached", "The app has reached its API call rate limit."),
    PERMISSION(
            10,
            403,
            "Application does not have permission for this action",
            "Permission is either not granted or has been removed."),
    NUMBER_DELETED(33, 400, "Parameter value is not valid", "The business phone number has been deleted."),
    PARAMETER(100, 400, "Invalid parameter", "The request included one or more unsupported or misspelled parameters."),
    TOKEN(190, 401, "Access token has expired", "Your access token has expired."),
    API_PERMISSION(200, 403, "API permission", "Permission is either not granted or has been removed."),
    POLICY(
            368,
            403,
            "Temporarily blocked for policies violations",
            "The WhatsApp Business Account associated with the app has been restricted or disabled for violating a platform policy."),
    ACCOUNT_CALLS(80007, 429, "Rate limit issues", "The WhatsApp Business Account has reached its rate limit."),
    THROUGHPUT(
            130429,
            403,
            "Rate limit hit",
            "Message failed to send because there were too many messages sent from this phone number in a short period of time"),
    EXPERIMENT(
            130472,
            400,
            "User's number is part of an experiment",
            "Failed to send message because this user's phone number is part of an experiment"),
    COUNTRY(
            130497,
            403,
            "Business account is restricted from messaging users in this country",
            "The WhatsApp Business Account is restricted from messaging to users in certain countries."),
    SOMETHING(131000, 500, "Something went wrong", "Message failed to send due to an unknown error."),
    ACCESS(131005, 403, "Access denied", "Permission is either not granted or has been removed."),
    MISSING(131008, 400, "Required parameter is missing", "The request is missing a required parameter."),
    VALUE(131009, 400, "Parameter value is not valid", "One or more parameter values are invalid."),
    UNAVAILABLE(131016, 503, "Service unavailable", "A service is temporarily unavailable."),
    SELF(131021, 400, "Recipient cannot be sender", "Sender and recipient phone number is the same."),
    UNDELIVERABLE(131026, 400, "Message undeliverable", "Message Undeliverable."),
    RECIPIENT_LIST(
            131030,
            400,
            "Recipient phone number not in allowed list",
            "Recipient phone number not in allowed list: Add recipient phone number to recipient list and try again."),
    LOCKED(131031, 403, "Business Account locked", "Business Account has been locked due to violating our policies."),
    PAYMENT(
            131042,
            400,
            "Business eligibility payment issue",
            "Message failed to send because of one or more errors related to your payment method."),
    UNREGISTERED(
            131045, 500, "Incorrect certificate", "Message failed to send due to a phone number registration error."),
    RE_ENGAGEMENT(
            131047,
            400,
            "Re-engagement message",
            "Message failed to send because more than 24 hours have passed since the customer last replied to this number."),
    SPAM(
            131048,
            429,
            "Spam rate limit hit",
            "Message failed to send because there are restrictions on how many messages can be sent from this phone number."),
    ECOSYSTEM(
            131049,
            400,
            "Meta chose not to deliver",
            "This message was not delivered to maintain healthy ecosystem engagement."),
    OPTED_OUT(
            131050,
            400,
            "User has stopped receiving marketing messages",
            "This recipient has chosen to stop receiving marketing messages on WhatsApp from your business."),
    UNSUPPORTED(131051, 501, "Unsupported message type", "Message type is currently not supported."),
    MEDIA_DOWNLOAD(131052, 400, "Media download error", "Unable to download the media sent by the user."),
    MEDIA_UPLOAD(131053, 400, "Media upload error", "Unable to upload the media used in the message."),
    PAIR(
            131056,
            429,
            "(Business Account, Consumer Account) pair rate limit hit",
            "Message failed to send because there were too many messages sent from this phone number to the same phone number in a short period of time."),
    MAINTENANCE(131057, 503, "Account in maintenance mode", "Business Account is in maintenance mode"),
    TEMPLATE_PARAMETERS(
            132000,
            400,
            "Number of parameters does not match the expected number of params",
            "The number of variable parameter values included in the request did not match the number of variable parameters defined in the template."),
    TEMPLATE_MISSING(
            132001,
            404,
            "Template name does not exist in the translation",
            "The template does not exist in the specified language or the template has not been approved."),
    TEMPLATE_TOO_LONG(132005, 400, "Translated text too long", "Translated text is too long."),
    TEMPLATE_CHARACTERS(
            132007, 400, "Template format character policy violated", "Template content violates a WhatsApp policy."),
    TEMPLATE_FORMAT(
            132012,
            400,
            "Parameter format does not match format in the created template",
            "Variable parameter values formatted incorrectly."),
    TEMPLATE_PAUSED(
            132015,
            400,
            "Template is paused",
            "Template is paused due to low quality so it cannot be sent in a template message."),
    TEMPLATE_DISABLED(
            132016,
            400,
            "Template is disabled",
            "Template has been paused too many times due to low quality and is now permanently disabled."),
    NUMBER_UNREGISTERED(
            133010,
            400,
            "Phone number not registered",
            "Phone number not registered on the WhatsApp Business Platform."),
    GENERIC(
            135000,
            400,
            "Generic user error",
            "Message failed to send because of an unknown error with your request parameters.");

    private static final Map<Integer, MetaError> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toMap(error -> error.code, Function.identity()));

    private final int code;
    private final int httpStatus;
    private final String title;
    private final String details;

    MetaError(int code, int httpStatus, String title, String details) {
        this.code = code;
        this.httpStatus = httpStatus;
        this.title = title;
        this.details = details;
    }

    static @Nullable MetaError of(int code) {
        return BY_CODE.get(code);
    }

    int httpStatus() {
        return httpStatus;
    }

    String title() {
        return title;
    }

    String details() {
        return details;
    }
}
