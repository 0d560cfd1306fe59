package dev.tertulia.contact.identity;

import java.time.Instant;
import java.util.UUID;

/** An identity and the contact that has it. */
public record OwnedIdentity(UUID id, UUID contactId, Identity identity, Instant createdAt) {}
