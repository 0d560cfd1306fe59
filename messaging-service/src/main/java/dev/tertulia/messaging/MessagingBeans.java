package dev.tertulia.messaging;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tertulia.contracts.messaging.MessagingTopics;
import dev.tertulia.messaging.channel.whatsapp.WhatsAppWebhookParser;
import dev.tertulia.platform.events.PublishedTopics;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What is made once for the whole service. */
@ApplicationScoped
class MessagingBeans {
    @Produces
    @Singleton
    WhatsAppWebhookParser webhookParser() {
        return new WhatsAppWebhookParser(new ObjectMapper());
    }

    @Produces
    @Singleton
    PublishedTopics topics() {
        return () -> MessagingTopics.ALL;
    }
}
