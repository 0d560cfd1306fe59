package dev.tertulia.messaging.quickreply;

import dev.tertulia.platform.context.UuidV7;
import dev.tertulia.platform.security.Caller;
import dev.tertulia.platform.security.Permission;
import dev.tertulia.platform.web.Constraints;
import dev.tertulia.platform.web.EntityTags;
import dev.tertulia.platform.web.MergePatch;
import dev.tertulia.platform.web.PageRequest;
import dev.tertulia.platform.web.ProblemException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everybody keeps their own; what everybody has is kept by those who manage it. */
@ApplicationScoped
class QuickReplyService {
    private static final String SHORTCUT_INDEX = "quick_reply_shortcut";

    private final QuickReplyRepository replies;
    private final Clock clock;

    QuickReplyService(QuickReplyRepository replies, Clock clock) {
        this.replies = replies;
        this.clock = clock;
    }

    Uni<List<QuickReply>> page(Caller caller, @Nullable String beginning, PageRequest page) {
        return Panache.withTransaction(() -> replies.page(caller.memberId(), beginning, page));
    }

    Uni<QuickReply> get(Caller caller, UUID id) {
        return Panache.withTransaction(() -> replies.seen(id, caller.memberId()).map(QuickReplyService::found));
    }

    /** Fails with {@link QuickReplyProblem#SHORTCUT_TAKEN}, or for a shared one by who may not manage them. */
    Uni<QuickReply> create(Caller caller, QuickReplyRequest request) {
        UUID owner = owner(caller, request.shared());
        return Panache.withTransaction(() -> {
                    QuickReply reply = new QuickReply();
                    reply.id = UuidV7.next();
                    reply.shortcut = request.shortcut();
                    reply.text = request.text();
                    reply.ownerId = owner;
                    reply.createdAt = clock.instant();
                    return replies.persistAndFlush(reply);
                })
                .onFailure(failure -> Constraints.broke(SHORTCUT_INDEX, failure))
                .transform(taken -> ProblemException.of(QuickReplyProblem.SHORTCUT_TAKEN));
    }

    /** As {@link #create}; with {@link QuickReplyProblem#NOT_FOUND} for another's own. */
    Uni<QuickReply> change(Caller caller, UUID id, MergePatch<QuickReplyRequest> patch, @Nullable String ifMatch) {
        return Panache.withTransaction(() -> forChange(caller, id).flatMap(reply -> {
                    EntityTags.requireMatch(ifMatch, reply.version);
                    boolean shared = reply.ownerId == null;
                    QuickReplyRequest wanted = patch.apply(new QuickReplyRequest(reply.shortcut, reply.text, shared));
                    reply.shortcut = wanted.shortcut();
                    reply.text = wanted.text();
                    if (wanted.shared() != shared) {
                        reply.ownerId = owner(caller, wanted.shared());
                    }
                    return replies.flush().replaceWith(reply);
                }))
                .onFailure(failure -> Constraints.broke(SHORTCUT_INDEX, failure))
                .transform(taken -> ProblemException.of(QuickReplyProblem.SHORTCUT_TAKEN));
    }

    Uni<Void> remove(Caller caller, UUID id) {
        return Panache.withTransaction(() -> forChange(caller, id).flatMap(replies::delete));
    }

    private Uni<QuickReply> forChange(Caller caller, UUID id) {
        return replies.seenForChange(id, caller.memberId())
                .map(QuickReplyService::found)
                .invoke(reply -> {
                    if (reply.ownerId == null) {
                        requireManager(caller);
                    }
                });
    }

    private static @Nullable UUID owner(Caller caller, boolean shared) {
        if (shared) {
            requireManager(caller);
            return null;
        }
        UUID member = caller.memberId();
        if (member == null) {
            throw ProblemException.invalid("shared", "must be true: only a member can have one of their own");
        }
        return member;
    }

    private static void requireManager(Caller caller) {
        if (!caller.may(Permission.QUICK_REPLIES_MANAGE)) {
            throw ProblemException.of(
                    QuickReplyProblem.NOT_YOURS_TO_SHARE,
                    "What everybody has is changed with " + Permission.QUICK_REPLIES_MANAGE + ".");
        }
    }

    private static QuickReply found(Optional<QuickReply> reply) {
        return reply.orElseThrow(() -> ProblemException.of(QuickReplyProblem.NOT_FOUND));
    }
}
