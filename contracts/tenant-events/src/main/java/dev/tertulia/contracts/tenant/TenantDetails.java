package dev.tertulia.contracts.tenant;

/**
 * A tenant as it is after the event, so that a consumer needs no earlier one.
 *
 * @param slug its name in addresses, which never changes
 * @param status {@code trialing}, {@code active}, {@code past_due}, {@code suspended} or {@code cancelled}
 * @param locale a BCP 47 tag: the language in which it is written to
 * @param timezone an IANA name: when its days begin
 * @param country an ISO 3166 code: where phone numbers without a country code belong
 */
public record TenantDetails(String slug, String name, String status, String locale, String timezone, String country) {}
