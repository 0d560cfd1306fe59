package dev.tertulia.tenant.tenant;

/**
 * In which language and by which clock a tenant works.
 *
 * @param locale a BCP 47 tag
 * @param timezone an IANA name
 */
public record Locality(String locale, String timezone) {}
