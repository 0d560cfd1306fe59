package dev.tertulia.platform.web.app;

import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;

/** Routes beside JAX-RS, as a gateway has them. */
class PlainRoutes {
    void register(@Observes Router router) {
        router.get("/plain/bug").handler(request -> {
            throw new IllegalStateException("the inside");
        });
        router.get("/plain/teapot").handler(request -> request.fail(418));
        router.get("/plain/half").handler(request -> {
            request.response().setChunked(true).write("half of it");
            request.fail(new IllegalStateException("the inside"));
        });
    }
}
