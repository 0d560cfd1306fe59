package dev.tertulia.gateway.console;

import dev.tertulia.gateway.call.Call;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Answers for the console: its files, and its start page for every page that it has. */
@Singleton
public class Console {
    private static final Logger LOG = Logger.getLogger(Console.class);
    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final String ASK_FIRST = "no-cache";
    private static final String ASSETS = "/assets/";

    private final ConsoleConfig config;
    private final PageHeaders headers;
    private final Vertx vertx;
    private final AtomicLong lookAgainAt = new AtomicLong();
    private volatile ConsoleFiles files;

    Console(ConsoleConfig config, PageHeaders headers, Vertx vertx) {
        this.config = config;
        this.headers = headers;
        this.vertx = vertx;
        this.lookAgainAt.set(System.nanoTime() + config.lookEvery().toNanos());
        this.files = config.directory().map(Console::read).orElseGet(ConsoleFiles::none);
    }

    private static ConsoleFiles read(Path directory) {
        try {
            return ConsoleFiles.read(directory);
        } catch (IOException | UncheckedIOException e) {
            LOG.warnf("The console in %s cannot be read: %s", directory, e.getMessage());
            return ConsoleFiles.none();
        }
    }

    /**
     * Whether the call is for the console: for one of its files, or by a browser for a page. What it asks for is then
     * answered, be it that there is none.
     */
    public boolean answers(Call call) {
        HttpMethod method = call.request().method();
        if (method != HttpMethod.GET && method != HttpMethod.HEAD) {
            return false;
        }
        lookAgain();
        ConsoleFiles now = files;
        ConsoleFile file = now.byPath().get(call.path());
        if (file != null) {
            send(call, file);
            return true;
        }
        if (!isPage(call)) {
            return false;
        }
        if (now.index() == null) {
            sendNotBuilt(call);
        } else {
            send(call, now.index());
        }
        return true;
    }

    /** What browsers open, and not what a page of an older build still looks for. */
    private static boolean isPage(Call call) {
        String path = call.path();
        String accept = call.request().getHeader("Accept");
        boolean isFile = path.startsWith(ASSETS) || path.indexOf('.', path.lastIndexOf('/')) >= 0;
        return !isFile && accept != null && accept.contains("text/html");
    }

    /** A build that was written meanwhile is served from the next call on; who works on the console need not restart. */
    private void lookAgain() {
        long due = lookAgainAt.get();
        long now = System.nanoTime();
        if (now - due < 0
                || config.directory().isEmpty()
                || !lookAgainAt.compareAndSet(due, now + config.lookEvery().toNanos())) {
            return;
        }
        Path directory = config.directory().get();
        long known = files.builtAt();
        vertx.<@Nullable ConsoleFiles>executeBlocking(
                        () -> ConsoleFiles.builtAt(directory) == known ? null : read(directory), false)
                .onSuccess(read -> {
                    if (read != null) {
                        files = read;
                    }
                })
                .onFailure(failure -> LOG.warnf(
                        "The console cannot be looked at: %s",
                        failure.getClass().getSimpleName()));
    }

    private void send(Call call, ConsoleFile file) {
        call.countAs("console");
        headers.put(call);
        MultiMap answer = call.response().headers();
        ConsoleFile.Sent sent = chosen(call.request(), file, answer);
        answer.add("Vary", "Accept-Encoding");
        answer.set("ETag", sent.tag());
        answer.set("Cache-Control", file.immutable() ? FOR_EVER : ASK_FIRST);
        if (isKnown(call.request(), sent.tag())) {
            answer.remove("Content-Encoding");
            call.answerEmpty(304);
        } else {
            answer.set("Content-Type", file.contentType());
            call.answer(sent.bytes());
        }
    }

    private static ConsoleFile.Sent chosen(HttpServerRequest request, ConsoleFile file, MultiMap answer) {
        ConsoleFile.Sent brotli = file.brotli();
        if (brotli != null && takes(request, "br")) {
            answer.set("Content-Encoding", "br");
            return brotli;
        }
        ConsoleFile.Sent gzip = file.gzip();
        if (gzip != null && takes(request, "gzip")) {
            answer.set("Content-Encoding", "gzip");
            return gzip;
        }
        return file.plain();
    }

    private static boolean takes(HttpServerRequest request, String encoding) {
        String accepted = request.getHeader("Accept-Encoding");
        if (accepted == null) {
            return false;
        }
        for (String each : accepted.toLowerCase(Locale.ROOT).split(",", -1)) {
            String[] parts = each.strip().split("\\s*;\\s*q\\s*=\\s*", 2);
            if (parts[0].equals(encoding)) {
                return parts.length == 1 || !parts[1].matches("0(\\.0*)?");
            }
        }
        return false;
    }

    private static boolean isKnown(HttpServerRequest request, String tag) {
        String known = request.getHeader("If-None-Match");
        if (known == null) {
            return false;
        }
        for (String each : known.split(",", -1)) {
            String one = each.strip();
            if (one.equals("*") || one.equals(tag) || one.equals("W/" + tag)) {
                return true;
            }
        }
        return false;
    }

    private void sendNotBuilt(Call call) {
        call.countAs("console");
        headers.put(call);
        call.response().setStatusCode(503);
        call.answer("text/html; charset=utf-8", NotBuilt.PAGE);
    }
}
