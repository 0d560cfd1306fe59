package dev.tertulia.platform.testkit;

/** The migrations by which every service has its changes recorded in the same way. */
public final class AuditMigrations {
    private AuditMigrations() {}

    /**
     * Fails when the service's copies, on its class path, are not platform/events' texts.
     *
     * @param capture the number of the first one, such as {@code V020}
     * @param ofRows the number of the second one
     */
    public static void assertUnchanged(String capture, String ofRows) {
        CarriedText.assertSame(
                "db/migration/" + capture + "__create_audit_capture.sql", "platform/events", "db/audit.sql");
        CarriedText.assertSame(
                "db/migration/" + ofRows + "__record_audit_of_many_rows.sql",
                "platform/events",
                "db/audit_of_rows.sql");
    }
}
