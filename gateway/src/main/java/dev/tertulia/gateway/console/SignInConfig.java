package dev.tertulia.gateway.console;

import io.smallrye.config.ConfigMapping;
import java.net.URI;

/** What a browser application needs to know to let people sign in; nothing of it is secret. */
@ConfigMapping(prefix = "gateway.sign-in")
interface SignInConfig {
    /** The OIDC provider, as browsers reach it. */
    URI issuer();

    /** The public client that the console is at the provider. */
    String clientId();
}
