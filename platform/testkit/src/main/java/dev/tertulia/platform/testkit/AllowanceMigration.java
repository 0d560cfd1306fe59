package dev.tertulia.platform.testkit;

/** The migration of which every service that counts usage has the same: platform/allowance works with the tables it makes. */
public final class AllowanceMigration {
    private AllowanceMigration() {}

    /** Fails when the service's copy, on its class path, is not platform/allowance's text. */
    public static void assertUnchanged() {
        CarriedText.assertSame("db/migration/V060__create_allowance.sql", "platform/allowance", "db/allowance.sql");
    }
}
