package dev.tertulia.tenant.subscription;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A billing period: a month of the tenant's time zone.
 *
 * @param endsAt when the next one begins
 */
@Schema(name = "BillingPeriod")
record Period(
        // Or it would be described by itself.
        @Schema(implementation = String.class, examples = "2026-11")
        YearMonth month,

        @Schema(examples = "2026-11-01T05:00:00Z") Instant startsAt,
        @Schema(examples = "2026-12-01T05:00:00Z") Instant endsAt) {

    static Period of(Instant moment, String timezone) {
        ZoneId zone = ZoneId.of(timezone);
        YearMonth month = YearMonth.from(moment.atZone(zone));
        return new Period(
                month,
                month.atDay(1).atStartOfDay(zone).toInstant(),
                month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant());
    }
}
