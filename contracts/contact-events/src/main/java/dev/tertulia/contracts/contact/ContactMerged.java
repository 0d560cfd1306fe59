package dev.tertulia.contracts.contact;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Two contacts turned out to be one. Whatever refers to the duplicate means the contact from now on.
 *
 * @param contactId the one that remains
 * @param duplicateId the one that is only another name for it now
 * @param mergeId names the merge in {@link ContactUnmerged}; absent where the duplicate never was a contact here but an
 *     id that messaging minted for an identity that contact-service knew already, which cannot be undone
 * @param identities those that the duplicate was reached by
 * @param contact the one that remains, with the identities of both
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ContactMerged(
        UUID contactId,
        UUID duplicateId,
        @Nullable UUID mergeId,
        List<IdentityDetails> identities,
        ContactDetails contact)
        implements ContactEvent {
    public ContactMerged {
        identities = List.copyOf(identities);
    }
}
