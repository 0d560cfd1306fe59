package dev.tertulia.contact.identity;

import java.util.Comparator;

/** What makes an identity this one and no other. At most one contact of a tenant has it. */
public record IdentityKey(String kind, String scope, String value) implements Comparable<IdentityKey> {
    private static final Comparator<IdentityKey> ORDER = Comparator.comparing(IdentityKey::kind)
            .thenComparing(IdentityKey::scope)
            .thenComparing(IdentityKey::value);

    @Override
    public int compareTo(IdentityKey other) {
        return ORDER.compare(this, other);
    }
}
