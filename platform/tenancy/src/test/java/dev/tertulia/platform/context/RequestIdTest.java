package dev.tertulia.platform.context;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestIdTest {
    @ParameterizedTest
    @ValueSource(strings = {"a", "abc-DEF_1.2", "0198c0de-0000-7000-8000-000000000001"})
    void anAcceptableIdIsTaken(String offered) {
        assertThat(RequestId.takeOrMake(offered)).isEqualTo(offered);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "a b", "a\nb", "a\r\nX-Evil: 1", "ä", "a/b", "${jndi:x}"})
    void anyOtherIsReplaced(@Nullable String offered) {
        assertThat(UUID.fromString(RequestId.takeOrMake(offered)).version()).isEqualTo(7);
        assertThat(RequestId.takeOrMake("a".repeat(65))).hasSize(36);
    }

    @Test
    void itFollowsItsUnitOfWorkAndNoOther() {
        Vertx vertx = Vertx.vertx();
        try {
            Context first = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
            Context second = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
            CompletableFuture<Optional<String>> inFirst = new CompletableFuture<>();
            CompletableFuture<Optional<String>> inSecond = new CompletableFuture<>();
            first.runOnContext(start -> {
                RequestId.bind("request-1");
                second.runOnContext(other -> inSecond.complete(RequestId.current()));
                first.runOnContext(later -> inFirst.complete(RequestId.current()));
            });
            assertThat(inFirst.join()).hasValue("request-1");
            assertThat(inSecond.join()).isEmpty();
        } finally {
            vertx.close();
        }
    }

    @Test
    void outsideAUnitOfWorkThereIsNone() {
        RequestId.bind("request-1");
        assertThat(RequestId.current()).isEmpty();
    }

    @Test
    void idsSortByTime() {
        long now = System.currentTimeMillis();
        assertThat(Stream.of(-1L, 0L, 1L, 1_000_000L)
                        .map(later -> UuidV7.at(now + later).toString()))
                .isSorted()
                .allMatch(id -> UUID.fromString(id).version() == 7
                        && UUID.fromString(id).variant() == 2);
        assertThat(UuidV7.at(now).getMostSignificantBits() >>> 16).isEqualTo(now);
        assertThat(UuidV7.next()).isNotEqualTo(UuidV7.next());
    }
}
