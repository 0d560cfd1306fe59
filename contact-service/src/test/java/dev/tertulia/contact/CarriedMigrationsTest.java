package dev.tertulia.contact;

import dev.tertulia.platform.testkit.AuditMigrations;
import dev.tertulia.platform.testkit.EventsMigration;
import org.junit.jupiter.api.Test;

class CarriedMigrationsTest {
    @Test
    void whatEveryServiceHasIsWhatThePlatformWorksWith() {
        EventsMigration.assertUnchanged();
        AuditMigrations.assertUnchanged("V020", "V022");
    }
}
