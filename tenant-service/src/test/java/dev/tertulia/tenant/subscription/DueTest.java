package dev.tertulia.tenant.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tertulia.tenant.tenant.TenantStatus;
import dev.tertulia.tenant.tenant.TenantView;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DueTest {
    private static final Instant NOW = Instant.parse("2026-03-02T15:04:05Z");
    private static final Instant EARLIER = NOW.minusSeconds(60);
    private static final Duration GRACE = Duration.ofDays(14);

    private final Subscription subscription = new Subscription(UUID.randomUUID(), "starter", null, NOW);

    @Test
    void nothingIsDueBeforeItsTime() {
        subscription.trialEndsAt = NOW.plusSeconds(1);
        subscription.schedule("free", NOW.plusSeconds(1));
        assertThat(due(TenantStatus.TRIALING, NOW)).isEmpty();
        assertThat(due(TenantStatus.PAST_DUE, NOW.minus(GRACE).plusSeconds(1))).isEmpty();
    }

    @Test
    void whatWasScheduledGoesBeforeTheEndOfTheTrial() {
        subscription.trialEndsAt = EARLIER;
        subscription.schedule("free", EARLIER);
        assertThat(due(TenantStatus.TRIALING, NOW)).contains(new Due.NextPlan(EARLIER, "free"));

        subscription.choose("free");
        assertThat(due(TenantStatus.ACTIVE, NOW)).isEmpty();
    }

    @Test
    void whatCameDueFirstIsDoneFirst() {
        subscription.schedule(null, EARLIER);
        assertThat(due(TenantStatus.PAST_DUE, NOW.minus(GRACE).minusSeconds(61)))
                .contains(new Due.GraceOver(NOW.minusSeconds(61)));
        assertThat(due(TenantStatus.PAST_DUE, NOW.minus(GRACE))).contains(new Due.End(EARLIER));
    }

    @Test
    void aCancelledTenantsComeNoMore() {
        subscription.trialEndsAt = EARLIER;
        subscription.schedule("free", EARLIER);
        assertThat(due(TenantStatus.CANCELLED, EARLIER)).isEmpty();
    }

    @Test
    void aPeriodIsAMonthOfTheTenantsTimeZone() {
        Period period = Period.of(Instant.parse("2026-03-01T04:59:59Z"), "America/Bogota");
        assertThat(period.month()).hasToString("2026-02");
        assertThat(period.startsAt()).isEqualTo("2026-02-01T05:00:00Z");
        assertThat(period.endsAt()).isEqualTo("2026-03-01T05:00:00Z");
    }

    private Optional<Due> due(TenantStatus status, Instant since) {
        TenantView tenant = new TenantView(
                subscription.id,
                "acme",
                "Acme",
                null,
                null,
                null,
                null,
                null,
                null,
                "es",
                "UTC",
                "CO",
                status,
                null,
                since,
                EARLIER,
                0);
        return Due.next(subscription, tenant, GRACE, NOW);
    }
}
