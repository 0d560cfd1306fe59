package dev.tertulia.messaging.label;

import dev.tertulia.platform.context.UuidV7;
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

@ApplicationScoped
class LabelService {
    private static final String NAME_INDEX = "label_name";

    private final LabelRepository labels;
    private final Clock clock;

    LabelService(LabelRepository labels, Clock clock) {
        this.labels = labels;
        this.clock = clock;
    }

    Uni<List<Label>> page(PageRequest request) {
        return Panache.withTransaction(() -> labels.page(request));
    }

    Uni<Label> get(UUID id) {
        return Panache.withTransaction(() -> labels.findById(id).map(found -> found(Optional.ofNullable(found))));
    }

    Uni<Label> create(LabelRequest request) {
        return Panache.withTransaction(() -> {
                    Label label = new Label();
                    label.id = UuidV7.next();
                    label.name = request.name().strip();
                    label.color = request.color();
                    label.createdAt = clock.instant();
                    return labels.persistAndFlush(label);
                })
                .onFailure(failure -> Constraints.broke(NAME_INDEX, failure))
                .transform(taken -> ProblemException.of(LabelProblem.NAME_TAKEN));
    }

    Uni<Label> change(UUID id, MergePatch<LabelRequest> patch, @Nullable String ifMatch) {
        return Panache.withTransaction(() -> labels.forChange(id)
                        .map(LabelService::found)
                        .flatMap(label -> {
                            EntityTags.requireMatch(ifMatch, label.version);
                            LabelRequest wanted = patch.apply(new LabelRequest(label.name, label.color));
                            label.name = wanted.name().strip();
                            label.color = wanted.color();
                            return labels.flush().replaceWith(label);
                        }))
                .onFailure(failure -> Constraints.broke(NAME_INDEX, failure))
                .transform(taken -> ProblemException.of(LabelProblem.NAME_TAKEN));
    }

    /** Takes it off all conversations. Repeating it fails with {@link LabelProblem#NOT_FOUND}. */
    Uni<Void> remove(UUID id) {
        return Panache.withTransaction(
                () -> labels.forChange(id).map(LabelService::found).flatMap(labels::delete));
    }

    private static Label found(Optional<Label> label) {
        return label.orElseThrow(() -> ProblemException.of(LabelProblem.NOT_FOUND));
    }
}
