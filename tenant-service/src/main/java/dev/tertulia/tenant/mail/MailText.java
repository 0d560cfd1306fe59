package dev.tertulia.tenant.mail;

/**
 * What a mail says.
 *
 * @param language of the text
 */
record MailText(String language, String subject, String text, String html) {}
