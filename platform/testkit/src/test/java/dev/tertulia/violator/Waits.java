package dev.tertulia.violator;

import io.smallrye.mutiny.Uni;
import java.util.concurrent.CompletableFuture;

class Waits {

    String forAUni(Uni<String> uni) {
        return uni.await().indefinitely();
    }

    String forAFuture(CompletableFuture<String> future) {
        return future.join();
    }

    void forNothing() throws InterruptedException {
        Thread.sleep(1);
    }
}
