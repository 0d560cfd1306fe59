package dev.tertulia.tenant.mail;

import java.time.Instant;

/**
 * A mail whose next attempt is being made.
 *
 * @param attempts with this one
 */
record QueuedMail(MailPlace place, MailKind kind, MailContent content, int attempts, Instant usefulUntil) {}
