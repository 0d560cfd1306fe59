package dev.tertulia.tenant.member;

import dev.tertulia.platform.security.Role;
import dev.tertulia.platform.web.PageRequest;
import io.quarkus.panache.common.Parameters;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which members are listed, and in which order. What is null does not count.
 *
 * @param text part of a name, without case and accents, or of an address
 * @param only nobody else is looked at
 * @param addresses whether they are looked at: who may not see them must not learn them by trying
 */
record MemberQuery(
        @Nullable String text,
        @Nullable Role role,
        @Nullable Boolean active,
        @Nullable UUID only,
        boolean addresses,
        MemberOrder order) {

    MemberQuery {
        text = text == null || text.isBlank() ? null : text.strip();
    }

    String condition(PageRequest page) {
        StringBuilder query = new StringBuilder("1 = 1");
        if (text != null) {
            query.append(" and (locate(cast(function('plain_text', :text) as string), nameKey) > 0")
                    .append(addresses ? " or locate(:address, email) > 0)" : ")");
        }
        if (role != null) {
            query.append(" and role = :role");
        }
        if (active != null) {
            query.append(" and active = :active");
        }
        if (only != null) {
            query.append(" and id = :only");
        }
        page.after(order.places).ifPresent(cursor -> query.append(order.behind));
        return query.append(" order by ").append(order.columns).toString();
    }

    Parameters parameters(PageRequest page) {
        Parameters parameters = new Parameters();
        if (text != null) {
            parameters.and("text", text);
            if (addresses) {
                parameters.and("address", text.toLowerCase(Locale.ROOT));
            }
        }
        if (role != null) {
            parameters.and("role", role);
        }
        if (active != null) {
            parameters.and("active", active);
        }
        if (only != null) {
            parameters.and("only", only);
        }
        page.after(order.places).ifPresent(cursor -> order.place(parameters, cursor));
        return parameters;
    }
}
