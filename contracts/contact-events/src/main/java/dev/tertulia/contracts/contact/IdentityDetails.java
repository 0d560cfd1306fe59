package dev.tertulia.contracts.contact;

/**
 * One way to reach a contact.
 *
 * @param kind {@code phone}, {@code email} or the type of channel ({@code whatsapp}, {@code telegram}, …)
 * @param scope within what the value is unique: a page, a bot, a workspace; empty where it is unique in the world
 * @param value the canonical form that identities are compared by; a phone number is E.164
 * @param address what the provider calls it, which is what one sends to
 */
public record IdentityDetails(String kind, String scope, String value, String address) {}
