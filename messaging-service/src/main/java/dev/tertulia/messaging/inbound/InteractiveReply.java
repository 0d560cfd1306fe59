package dev.tertulia.messaging.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * What a customer chose, filled in or allowed.
 *
 * @param type {@link #BUTTON_REPLY}, {@link #LIST_REPLY}, {@link #FORM_REPLY}, {@link #CALL_PERMISSION_REPLY},
 *     {@link #TEMPLATE_BUTTON}, {@link #ORDER}, or what the provider calls one that we do not know
 * @param id the id or payload we gave to what was chosen; the answer itself of a call permission
 * @param title what the customer sees as their answer
 * @param response the fields of a form, or the provider's whole object when there is more to it than the above
 */
public record InteractiveReply(
        String type,
        @Nullable String id,
        @Nullable String title,
        @Nullable String description,
        @Nullable JsonNode response) {

    public static final String BUTTON_REPLY = "button_reply";
    public static final String LIST_REPLY = "list_reply";
    public static final String FORM_REPLY = "nfm_reply";
    public static final String CALL_PERMISSION_REPLY = "call_permission_reply";
    public static final String TEMPLATE_BUTTON = "template_button";
    public static final String ORDER = "order";
}
