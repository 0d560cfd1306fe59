package dev.tertulia.platform.tenancy;

import dev.tertulia.platform.context.CurrentActor;
import dev.tertulia.platform.context.RequestId;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Begins work that no request began: a consumed event, a job, a socket's message. */
@ApplicationScoped
public class UnitOfWork {
    private final Vertx vertx;

    UnitOfWork(Vertx vertx) {
        this.vertx = vertx;
    }

    /**
     * Runs the work as the tenant, on a context of its own, whatever the caller's unit of work is. Who acts and which
     * request caused it stay the same. The result comes back on the caller's context when it has one.
     */
    public <T> Uni<T> as(UUID tenant, Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            Context caller = Vertx.currentContext();
            Optional<String> actor = CurrentActor.current();
            Optional<String> request = RequestId.current();
            Uni<T> result = Uni.createFrom().emitter(emitter -> {
                Context own = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
                VertxContextSafetyToggle.setContextSafe(own, true);
                own.runOnContext(start -> {
                    CurrentTenant.bind(tenant);
                    actor.ifPresent(CurrentActor::bind);
                    request.ifPresent(RequestId::bind);
                    Uni.createFrom().<T>deferred(work::get).subscribe().with(emitter::complete, emitter::fail);
                });
            });
            return caller == null ? result : result.emitOn(task -> caller.runOnContext(back -> task.run()));
        });
    }
}
