package dev.tertulia.platform.testkit;

/** The migration of which every service has the same: platform/events works with the tables it makes. */
public final class EventsMigration {
    private EventsMigration() {}

    /** Fails when the service's copy, on its class path, is not platform/events' text. */
    public static void assertUnchanged() {
        CarriedText.assertSame("db/migration/V001__create_events.sql", "platform/events", "db/events.sql");
    }
}
