package dev.tertulia.contact.directory;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** How contacts are written down. */
@ConfigMapping(prefix = "tertulia.contact.directory")
interface DirectoryConfig {
    /**
     * The country (ISO 3166) of phone numbers that are written without a country code, where the request does not say one.
     * Absent: such numbers are refused. For installations that serve one country.
     */
    Optional<String> defaultRegion();
}
