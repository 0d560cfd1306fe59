package dev.tertulia.local.mail;

import jakarta.inject.Singleton;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** What was sent, as far as there is room for it; the newest stays longest. */
@Singleton
class Mails {
    private final Deque<Mail> newestFirst = new ArrayDeque<>();
    private final int kept;
    private final long size;
    private long lastId;
    private long used;

    Mails(MailConfig config) {
        kept = config.kept();
        size = config.size().asLongValue();
    }

    synchronized void add(LongFunction<Mail> numbered) {
        Mail mail = numbered.apply(++lastId);
        newestFirst.addFirst(mail);
        used += mail.sizeBytes();
        while (newestFirst.size() > kept || used > size && newestFirst.size() > 1) {
            used -= newestFirst.removeLast().sizeBytes();
        }
    }

    /** Newest first. */
    synchronized List<Mail> list(@Nullable String to, int limit) {
        return newestFirst.stream()
                .filter(mail -> to == null || mail.isTo(to))
                .limit(limit)
                .toList();
    }

    synchronized Optional<Mail> find(long id) {
        return newestFirst.stream().filter(mail -> mail.id() == id).findFirst();
    }

    synchronized void clear() {
        newestFirst.clear();
        used = 0;
    }
}
