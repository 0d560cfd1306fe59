package dev.tertulia.tenant.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tertulia.contracts.tenant.TenantUpdated;
import dev.tertulia.platform.events.OutboxEvent;
import dev.tertulia.platform.web.ProblemException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TenantTest {
    private static final Instant NOW = Instant.parse("2026-03-02T15:04:05Z");

    private final Tenant tenant = new Tenant(
            UUID.randomUUID(),
            new NewTenant("acme", "Acme", null, "es", "UTC", "CO", TenantStatus.ACTIVE),
            Instant.EPOCH);

    @Test
    void whatOthersGoByIsTold() {
        Optional<OutboxEvent> event = tenant.change(
                new EditableTenant("Acme", null, null, null, null, null, null, "es", "America/Lima", "PE"));

        assertThat(event).hasValueSatisfying(told -> {
            assertThat(told.topic()).isEqualTo("tenant.updated");
            assertThat(((TenantUpdated) told.payload()).changed()).containsExactly("timezone", "country");
        });
    }

    @Test
    void whatNobodyGoesByIsNotTold() {
        Optional<OutboxEvent> event = tenant.change(
                new EditableTenant("Acme", "a@acme.test", "+1", "food", null, null, "acme.test", "es", "UTC", "CO"));

        assertThat(event).isEmpty();
        assertThat(tenant.phone).isEqualTo("+1");
    }

    @ParameterizedTest
    @CsvSource({
        "ACTIVE, SUSPENDED, tenant.suspended",
        "PAST_DUE, SUSPENDED, tenant.suspended",
        "SUSPENDED, ACTIVE, tenant.reactivated",
        "SUSPENDED, PAST_DUE, tenant.reactivated",
        "CANCELLED, ACTIVE, tenant.reactivated",
        "TRIALING, ACTIVE, tenant.updated",
        "SUSPENDED, CANCELLED, tenant.updated"
    })
    void aNewStandingIsTold(TenantStatus before, TenantStatus after, String topic) {
        tenant.status = before;

        assertThat(tenant.stand(after, NOW))
                .hasValueSatisfying(event -> assertThat(event.topic()).isEqualTo(topic));
        assertThat(tenant.statusSince).isEqualTo(NOW);
        assertThat(tenant.stand(after, NOW.plusSeconds(1))).isEmpty();
        assertThat(tenant.statusSince).isEqualTo(NOW);
    }

    @ParameterizedTest
    @CsvSource({"ACTIVE, TRIALING", "PAST_DUE, TRIALING", "CANCELLED, TRIALING", "CANCELLED, PAST_DUE"})
    void aStandingThatCannotComeIsRefused(TenantStatus before, TenantStatus after) {
        tenant.status = before;

        assertThatThrownBy(() -> tenant.stand(after, NOW)).isInstanceOf(ProblemException.class);
        assertThat(tenant.status).isEqualTo(before);
    }

    @Test
    void eachEventHasTheNextSequence() {
        assertThat(tenant.created().sequence()).isEqualTo(1);
        assertThat(tenant.stand(TenantStatus.SUSPENDED, NOW).orElseThrow().sequence())
                .isEqualTo(2);
    }
}
