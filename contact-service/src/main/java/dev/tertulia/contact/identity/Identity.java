package dev.tertulia.contact.identity;

/**
 * One way to reach a contact, in its canonical form.
 *
 * @param kind {@code phone}, {@code email} or a type of channel
 * @param scope within what the value is unique; empty where that is the world
 * @param value what identities are compared by
 * @param address what the provider calls it, for sending
 */
public record Identity(String kind, String scope, String value, String address) {
    public static final String PHONE = "phone";
    public static final String EMAIL = "email";
    public static final String WHATSAPP = "whatsapp";

    public IdentityKey key() {
        return new IdentityKey(kind, scope, value);
    }
}
