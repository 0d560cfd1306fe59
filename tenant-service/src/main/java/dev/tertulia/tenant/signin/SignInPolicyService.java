package dev.tertulia.tenant.signin;

import dev.tertulia.platform.tenancy.TenantDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/** The policy of the unit of work's tenant. */
@ApplicationScoped
public class SignInPolicyService {
    private static final String FIND = "select second_factor_required from sign_in_policy";

    /** What is the same already is left alone, and so is not in the audit again. */
    private static final String SET = """
        insert into sign_in_policy (second_factor_required) values ($1)
        on conflict (tenant_id) do update set second_factor_required = excluded.second_factor_required
        where sign_in_policy.second_factor_required <> excluded.second_factor_required\
        """;

    private final TenantDatabase database;

    SignInPolicyService(TenantDatabase database) {
        this.database = database;
    }

    public Uni<Boolean> requiresSecondFactor() {
        return database.inTransaction(
                connection -> connection.query(FIND).execute().map(SignInPolicyService::isRequired));
    }

    Uni<SignInPolicy> current() {
        return requiresSecondFactor().map(SignInPolicy::new);
    }

    /** Whoever is in without a second factor is out within a minute. Repeating it is a no-op. */
    Uni<SignInPolicy> set(boolean secondFactorRequired) {
        return database.inTransaction(
                        connection -> connection.preparedQuery(SET).execute(Tuple.of(secondFactorRequired)))
                .replaceWith(new SignInPolicy(secondFactorRequired));
    }

    private static boolean isRequired(RowSet<Row> rows) {
        var iterator = rows.iterator();
        return iterator.hasNext() && iterator.next().getBoolean(0);
    }
}
