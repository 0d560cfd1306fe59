/** WhatsApp: Meta's Cloud API in our words, its webhooks read and its requests and answers put together and judged. */
@NullMarked
package dev.tertulia.messaging.channel.whatsapp;

import org.jspecify.annotations.NullMarked;
