package dev.tertulia.local.whatsapp;

import dev.tertulia.local.whatsapp.journal.Journal;
import dev.tertulia.local.whatsapp.number.Numbers;
import dev.tertulia.local.whatsapp.webhook.CallbackVerification;
import dev.tertulia.local.whatsapp.webhook.Webhooks;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** Brings back what the journal knows, registers what the configuration names, and asks the callbacks whether they listen. */
@ApplicationScoped
class SimulatorStart {

    void start(
            @Observes StartupEvent started,
            Journal journal,
            Numbers numbers,
            Webhooks webhooks,
            CallbackVerification verification) {
        journal.open();
        numbers.registerConfigured();
        webhooks.resume();
        numbers.all().forEach(verification::verify);
    }

    @Produces
    @ApplicationScoped
    Clock clock() {
        return Clock.systemUTC();
    }
}
