package dev.tertulia.violator;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;

class LooksAtTheWall {

    Instant now() {
        return Instant.now();
    }

    LocalDate today() {
        return LocalDate.now(java.time.ZoneOffset.UTC);
    }

    long millis() {
        return System.currentTimeMillis();
    }

    @SuppressWarnings("JavaUtilDate")
    Date date() {
        return new Date();
    }

    Clock clock() {
        return Clock.systemUTC();
    }

    Instant allowed(Clock clock) {
        return Instant.now(clock);
    }
}
