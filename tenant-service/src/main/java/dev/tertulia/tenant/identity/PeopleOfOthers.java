package dev.tertulia.tenant.identity;

import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Where another looks after people, nobody is registered by us, and nobody is known. */
final class PeopleOfOthers implements People {
    @Override
    public boolean areOurs() {
        return false;
    }

    @Override
    public Uni<Boolean> register(NewPerson person) {
        return Uni.createFrom().failure(new IllegalStateException("Accounts are made by another than us"));
    }

    @Override
    public Uni<Boolean> isRegistered(String email) {
        return Uni.createFrom().item(false);
    }

    /** Whoever looks after them there takes them away there. */
    @Override
    public Uni<Void> erase(@Nullable String subject, String email) {
        return Uni.createFrom().voidItem();
    }
}
