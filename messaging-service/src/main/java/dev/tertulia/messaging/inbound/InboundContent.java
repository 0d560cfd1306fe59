package dev.tertulia.messaging.inbound;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a message says.
 *
 * @param text the text, a medium's caption or a reply's title
 * @param attachments at most one with WhatsApp
 * @param contacts the cards of a message of kind contacts
 * @param interactive the answer to buttons, a list, a form or a template's button; also says that it is an order
 * @param unsupportedType what the provider calls a kind that we, or it, cannot show
 * @param problem why a message of a known kind could not be read as such, its kind being unsupported then; or that its
 *     text was too long to be kept whole
 */
public record InboundContent(
        MessageKind kind,
        @Nullable String text,
        List<InboundAttachment> attachments,
        @Nullable GeoLocation location,
        List<ContactCard> contacts,
        @Nullable InteractiveReply interactive,
        @Nullable ProductOrder order,
        @Nullable String unsupportedType,
        @Nullable String problem) {

    public static InboundContent text(String text) {
        return plain(MessageKind.TEXT, text);
    }

    public static InboundContent plain(MessageKind kind, @Nullable String text) {
        return new InboundContent(kind, text, List.of(), null, List.of(), null, null, null, null);
    }

    public static InboundContent medium(InboundAttachment attachment, @Nullable String caption) {
        return new InboundContent(
                attachment.kind(), caption, List.of(attachment), null, List.of(), null, null, null, null);
    }

    public static InboundContent place(GeoLocation location) {
        return new InboundContent(MessageKind.LOCATION, null, List.of(), location, List.of(), null, null, null, null);
    }

    public static InboundContent cards(List<ContactCard> contacts) {
        return new InboundContent(MessageKind.CONTACTS, null, List.of(), null, contacts, null, null, null, null);
    }

    public static InboundContent reply(InteractiveReply interactive) {
        return new InboundContent(
                MessageKind.INTERACTIVE,
                interactive.title(),
                List.of(),
                null,
                List.of(),
                interactive,
                null,
                null,
                null);
    }

    public static InboundContent order(ProductOrder order) {
        InteractiveReply reply = new InteractiveReply(InteractiveReply.ORDER, null, order.text(), null, null);
        return new InboundContent(
                MessageKind.INTERACTIVE, order.text(), List.of(), null, List.of(), reply, order, null, null);
    }

    public InboundContent withProblem(String found) {
        return new InboundContent(
                kind, text, attachments, location, contacts, interactive, order, unsupportedType, found);
    }

    /** A message that is there but cannot be shown. */
    public static InboundContent unsupported(@Nullable String providerType, @Nullable String problem) {
        return new InboundContent(
                MessageKind.UNSUPPORTED, null, List.of(), null, List.of(), null, null, providerType, problem);
    }
}
