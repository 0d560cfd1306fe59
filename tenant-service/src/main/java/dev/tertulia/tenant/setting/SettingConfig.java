package dev.tertulia.tenant.setting;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Defaults that belong to the installation. Those who act by them are told the same. */
@ConfigMapping(prefix = "tenant.settings")
public interface SettingConfig {
    /** As messaging-service has it: {@code MESSAGING_INGEST_REOPEN_WITHIN}. */
    @WithDefault("72h")
    Duration reopenWithin();

    /** As messaging-service has it, in days: {@code MESSAGING_INGEST_EVENT_RETENTION}. Tenants can only have less. */
    @WithDefault("30d")
    Duration eventRetention();
}
