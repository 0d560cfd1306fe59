package dev.tertulia.local.mail;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings; each can be given as an environment variable, {@code MAIL_KEPT} for {@code mail.kept}. */
@ConfigMapping(prefix = "mail")
interface MailConfig {
    /** Where mail is taken by SMTP. */
    int smtpPort();

    /** The address on which it is taken. */
    @WithDefault("127.0.0.1")
    String smtpHost();

    /** How many mails are kept; the oldest go first. */
    @WithDefault("500")
    int kept();

    /** How large they may be together; the oldest go first. */
    @WithDefault("32M")
    MemorySize size();
}
