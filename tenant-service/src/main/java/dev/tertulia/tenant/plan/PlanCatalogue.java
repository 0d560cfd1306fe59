package dev.tertulia.tenant.plan;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** The plans there are. A file that does not say all of it, or says it wrongly, fails the start. */
@ApplicationScoped
public class PlanCatalogue {
    private static final Logger LOG = Logger.getLogger(PlanCatalogue.class);

    private final PlansFile.Plans plans;
    private final Map<String, Plan> byCode;

    PlanCatalogue(PlansConfig config) {
        plans = config.file().map(PlanCatalogue::read).orElseGet(PlanCatalogue::ours);
        byCode = plans.plans().stream().collect(Collectors.toMap(Plan::code, Function.identity()));
    }

    void load(@Observes StartupEvent event) {
        LOG.infof("Plans: %s", plans.plans().stream().map(Plan::code).collect(Collectors.joining(", ")));
    }

    /** From the smallest to the largest. */
    public List<Plan> all() {
        return plans.plans();
    }

    public Optional<Plan> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** A plan that tenants had and that is no longer in the file is the one after the trial. */
    public Plan ofTenant(String code) {
        return find(code).orElseGet(this::afterTrial);
    }

    public Plan trial() {
        return required(plans.trial());
    }

    public Plan afterTrial() {
        return required(plans.afterTrial());
    }

    /** With which a tenant begins that is not on trial. */
    public Plan otherwise() {
        return required(plans.otherwise());
    }

    private Plan required(String code) {
        return Objects.requireNonNull(byCode.get(code));
    }

    private static PlansFile.Plans read(Path file) {
        try (InputStream content = Files.newInputStream(file)) {
            return PlansFile.read(file.toString(), content);
        } catch (IOException e) {
            throw new IllegalStateException("TERTULIA_PLANS_FILE cannot be read: " + file, e);
        }
    }

    private static PlansFile.Plans ours() {
        try (InputStream content =
                Objects.requireNonNull(PlanCatalogue.class.getResourceAsStream("/plans.yaml"), "plans.yaml")) {
            return PlansFile.read("plans.yaml", content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
