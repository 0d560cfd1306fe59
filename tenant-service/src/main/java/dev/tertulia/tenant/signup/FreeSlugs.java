package dev.tertulia.tenant.signup;

import dev.tertulia.platform.tenancy.CrossTenantLookup;
import dev.tertulia.platform.web.ProblemException;
import dev.tertulia.tenant.tenant.TenantProblem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/** Which slugs nobody has, or had. That it is still so later only the founding finds out. */
@ApplicationScoped
class FreeSlugs {
    private final CrossTenantLookup acrossTenants;

    FreeSlugs(CrossTenantLookup acrossTenants) {
        this.acrossTenants = acrossTenants;
    }

    /** This one, or the first free one of those that end in {@code -2}, {@code -3} and so on. */
    Uni<String> near(String slug) {
        return acrossTenants
                .select("free_slug", Tuple.of(slug))
                .map(rows -> rows.iterator().next().getString("slug"));
    }

    /** Fails with {@link TenantProblem#SLUG_TAKEN}, which proposes another, and with a 422 for a reserved word. */
    Uni<String> require(String slug) {
        if (!Slugs.isAcceptable(slug)) {
            throw ProblemException.invalid("slug", "is reserved: choose another");
        }
        return near(slug).map(free -> {
            if (!free.equals(slug)) {
                throw taken(free);
            }
            return slug;
        });
    }

    /** What to answer where it was taken in this moment. */
    static ProblemException taken(String proposal) {
        return ProblemException.of(
                        TenantProblem.SLUG_TAKEN, "Send it again with another slug, such as " + proposal + ".")
                .with("proposal", proposal);
    }
}
