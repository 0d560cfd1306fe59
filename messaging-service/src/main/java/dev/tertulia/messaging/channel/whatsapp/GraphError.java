package dev.tertulia.messaging.channel.whatsapp;

import org.jspecify.annotations.Nullable;

/**
 * The error object of a Graph API answer.
 *
 * @param code Meta's; null when the answer holds no usable error
 * @param title without the code that Meta puts before it
 * @param details what exactly is wrong; may name the recipient, so it is for the tenant and not for logs
 */
public record GraphError(
        @Nullable String code,
        @Nullable String subcode,
        @Nullable String title,
        @Nullable String details) {}
