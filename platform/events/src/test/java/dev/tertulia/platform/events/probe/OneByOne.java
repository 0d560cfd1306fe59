package dev.tertulia.platform.events.probe;

import dev.tertulia.platform.events.consume.ConsumedEvent;
import dev.tertulia.platform.events.consume.EventConsumer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Consumes event by event. */
@ApplicationScoped
public class OneByOne implements EventConsumer {
    public static final String NAME = "one-by-one";

    private final EffectLog effects;

    OneByOne(EffectLog effects) {
        this.effects = effects;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> topics() {
        return Set.of(Counting.MOVED);
    }

    @Override
    public Uni<Void> on(ConsumedEvent event) {
        return effects.write(NAME, event);
    }
}
