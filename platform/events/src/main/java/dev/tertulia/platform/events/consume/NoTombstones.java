package dev.tertulia.platform.events.consume;

import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Where no tenant is ever erased. */
@ApplicationScoped
@DefaultBean
class NoTombstones implements Tombstones {
    @Override
    public Uni<Boolean> stand(UUID tenant) {
        return Uni.createFrom().item(false);
    }
}
