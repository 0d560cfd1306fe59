package dev.tertulia.messaging;

import dev.tertulia.platform.testkit.AuditMigrations;
import dev.tertulia.platform.testkit.EventsMigration;
import org.junit.jupiter.api.Test;

class CarriedMigrationsTest {
    @Test
    void whatEveryServiceHasIsWhatThePlatformWorksWith() {
        EventsMigration.assertUnchanged();
        AuditMigrations.assertUnchanged("V050", "V053");
    }
}
