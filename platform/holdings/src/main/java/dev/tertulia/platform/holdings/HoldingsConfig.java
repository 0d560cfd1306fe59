package dev.tertulia.platform.holdings;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** How tenants are erased and given out. */
@ConfigMapping(prefix = "tertulia.holdings")
public interface HoldingsConfig {
    ErasureConfig erasure();

    ExportConfig export();

    /** How rows and files go. */
    interface ErasureConfig {
        /** Whether this process erases; another replica may do it alone. */
        @WithDefault("true")
        boolean enabled();

        /** How many rows go in one transaction. */
        @WithDefault("2000")
        int slice();

        /** How often it is looked whether there is something to erase when no event of this process says so. */
        @WithDefault("10s")
        Duration interval();

        /**
         * How long after its beginning an erasure is confirmed at the earliest. By then all must have ended that had begun
         * as the tenant: passports work for a minute, transactions for some seconds.
         */
        @WithDefault("2m")
        Duration settlesAfter();

        /** For how long it is remembered which tenants were erased before it is asked again. */
        @WithDefault("5s")
        Duration rememberFor();

        /** Up to how many rows of a table, or files, the scanner counts. */
        @WithDefault("100000")
        int countAtMost();
    }

    /** What an export holds, and how it goes. */
    interface ExportConfig {
        /** How many rows at most are read at once. */
        @WithDefault("500")
        int pageRows();

        /** About how many bytes at most are read at once, if it is more than one row; as they lie in the database. */
        @WithDefault("1M")
        MemorySize pageBytes();

        /** How many bytes of a file are read at once. */
        @WithDefault("512K")
        MemorySize fileBytes();

        /** How long an export may take; it then ends and says that it is not complete. */
        @WithDefault("6h")
        Duration atMost();

        /** Columns, as {@code table.column}, that are no secret although they are called like one. */
        Optional<Set<String>> plain();
    }
}
