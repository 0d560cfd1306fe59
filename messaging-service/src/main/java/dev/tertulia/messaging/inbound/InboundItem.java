package dev.tertulia.messaging.inbound;

/**
 * One thing that a webhook tells. A webhook is split into items so that a bad one spoils none of its neighbours.
 *
 * <p>Whoever switches over it does so without {@code default}, so that a new kind is not overlooked.
 */
public sealed interface InboundItem
        permits InboundMessage,
                MessageEdited,
                MessageDeleted,
                Reaction,
                StatusUpdate,
                PaymentUpdated,
                ChatOpened,
                IdentityChanged,
                MarketingPreferenceChanged,
                AddressBookChanged,
                TemplateChanged,
                AccountUpdated,
                CallUpdate,
                GroupUpdated,
                Ignored {

    /** Our account as the provider names it in the payload; which channel it is about comes from the webhook's URL. */
    ProviderAccount account();
}
