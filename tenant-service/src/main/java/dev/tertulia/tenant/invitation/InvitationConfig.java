package dev.tertulia.tenant.invitation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long invitations hold, and how often they may be sent. */
@ConfigMapping(prefix = "tertulia.invitations")
interface InvitationConfig {
    /** How long a link can be used. */
    @WithDefault("7d")
    Duration validFor();

    /** How often somebody can be reminded. */
    @WithDefault("5")
    int reminders();

    /** How long to wait between two mails of one invitation. */
    @WithDefault("1h")
    Duration remindAfter();

    /** How many mails of them a tenant can send in 24 hours, reminders too, so that nobody makes it a way to write to the world. */
    @WithDefault("200")
    int perDay();
}
