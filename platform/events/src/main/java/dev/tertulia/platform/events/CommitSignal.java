package dev.tertulia.platform.events;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Tells within this process that events were committed, so that nobody waits for the next poll. */
@ApplicationScoped
public class CommitSignal {
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /** The listener must return at once; it is called on the event loop. */
    public void listen(Runnable listener) {
        listeners.add(listener);
    }

    public void committed() {
        listeners.forEach(Runnable::run);
    }
}
