package dev.tertulia.tenant.mail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** How mail is sent. Which server takes it is said to Quarkus ({@code quarkus.mailer}). */
@ConfigMapping(prefix = "tertulia.mail")
public interface MailConfig {
    /** Where the links in mails lead: the console's address, without a slash at its end. */
    URI consoleUrl();

    /** How often is looked for mail that nobody woke us for: what another process left, and what is tried again. */
    @WithDefault("5s")
    Duration pollInterval();

    /** How many mails are on their way to the server at once. */
    @WithDefault("4")
    int atOnce();

    /** How long one mail may take to be taken by the server. */
    @WithDefault("30s")
    Duration timeLimit();

    /** The pause after the first attempt that failed; each further one is three times as long. */
    @WithDefault("5s")
    Duration firstPause();

    /** The longest pause between two attempts. */
    @WithDefault("1h")
    Duration longestPause();

    /** After how many attempts a mail is given up. */
    @WithDefault("20")
    int maxAttempts();

    /** How long is remembered that a mail was given up; what it said is forgotten at once. */
    @WithDefault("30d")
    Duration failedKeptFor();

    /** How old a waiting mail may be before it is said that something is wrong. */
    @WithDefault("15m")
    Duration alarmAge();
}
