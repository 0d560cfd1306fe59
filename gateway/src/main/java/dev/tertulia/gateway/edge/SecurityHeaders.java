package dev.tertulia.gateway.edge;

import dev.tertulia.gateway.call.Call;
import io.vertx.core.MultiMap;

/** What keeps browsers from doing with an answer what it was not made for. A service's own word goes before. */
final class SecurityHeaders {
    private static final String NO_SNIFF = "nosniff";
    private static final String NOTHING_RUNS = "default-src 'none'; frame-ancestors 'none'";
    private static final String PAGE_RUNS_ITS_OWN = "default-src 'self'; img-src 'self' data:;"
            + " style-src 'self' 'unsafe-inline'; script-src 'self' 'unsafe-inline'; frame-ancestors 'none'";

    private SecurityHeaders() {}

    static void put(Call call) {
        MultiMap headers = call.response().headers();
        headers.set("X-Content-Type-Options", NO_SNIFF);
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Content-Security-Policy", NOTHING_RUNS);
        if (call.client().scheme().equals("https")) {
            headers.set("Strict-Transport-Security", "max-age=31536000");
        }
    }

    /** For the pages at /docs, whose start is written into them. */
    static void putForPage(Call call) {
        call.response().headers().set("Content-Security-Policy", PAGE_RUNS_ITS_OWN);
    }
}
