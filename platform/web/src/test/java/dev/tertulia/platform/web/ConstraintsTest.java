package dev.tertulia.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.concurrent.CompletionException;
import org.hibernate.exception.ConstraintViolationException;
import org.junit.jupiter.api.Test;

class ConstraintsTest {
    private static final SQLException REFUSED = new SQLException("duplicate key", "23505");

    @Test
    void theRuleIsKnownByItsName() {
        Throwable broken = new CompletionException(new ConstraintViolationException("Refused", REFUSED, "label_name"));

        assertThat(Constraints.broke("label_name", broken)).isTrue();
        assertThat(Constraints.broke("label", broken)).isFalse();
        assertThat(Constraints.broke("label_name", null)).isFalse();
    }

    @Test
    void whatSomebodyWroteIsNoRule() {
        assertThat(Constraints.broke("label_name", new IllegalStateException("value too long: label_name")))
                .isFalse();
        assertThat(Constraints.broke(
                        "label_name", new ConstraintViolationException("Key: label_name", REFUSED, "label_pkey")))
                .isFalse();
    }
}
