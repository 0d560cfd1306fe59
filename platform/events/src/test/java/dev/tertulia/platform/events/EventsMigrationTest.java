package dev.tertulia.platform.events;

import dev.tertulia.platform.testkit.AuditMigrations;
import dev.tertulia.platform.testkit.EventsMigration;
import org.junit.jupiter.api.Test;

class EventsMigrationTest {
    @Test
    void theProbeHasTheTablesOfEveryService() {
        EventsMigration.assertUnchanged();
        AuditMigrations.assertUnchanged("V004", "V005");
    }
}
