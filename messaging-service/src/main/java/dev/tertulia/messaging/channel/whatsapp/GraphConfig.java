package dev.tertulia.messaging.channel.whatsapp;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** Where Meta's Graph API is. Configuration of the installation, never of a tenant. */
@ConfigMapping(prefix = "messaging.whatsapp")
public interface GraphConfig {
    @WithDefault("https://graph.facebook.com")
    URI apiUrl();

    /** The version of the Graph API that requests are written for. */
    @WithDefault("v23.0")
    String apiVersion();

    /** How long a connection may take to come about. */
    @WithDefault("3s")
    Duration connectTimeout();

    /** How long Meta may take to answer before a send counts as unknown. */
    @WithDefault("20s")
    Duration answerTimeout();

    /** How long handing a file over may take. */
    @WithDefault("60s")
    Duration uploadTimeout();

    /** How many connections to Meta are open at most. More than are sent at once, so that no send waits for one. */
    @WithDefault("256")
    int connections();

    /** How long an idle connection is kept. Shorter than Meta keeps it, or a send could meet its end and be unknown. */
    @WithDefault("20s")
    Duration keepAlive();
}
