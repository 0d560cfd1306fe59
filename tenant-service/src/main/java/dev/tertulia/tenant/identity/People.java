package dev.tertulia.tenant.identity;

import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/**
 * The people who can sign in, where the identity provider is ours to look after (Keycloak). Where it is not, people come
 * from elsewhere and nothing is done.
 */
public interface People {
    /** Whether we make accounts, so that those who sign up or are invited choose a password with us. */
    boolean areOurs();

    /**
     * Makes an account for the address, which can sign in with it at once. Somebody who has an account keeps it as it is,
     * their password too; repeating it is a no-op. Fails with {@link IdentityProblem#PASSWORD_REFUSED}, which says what
     * the policy demands, and with {@link IdentityProblem#PROVIDER_AWAY}.
     *
     * @return whether they had an account before
     */
    Uni<Boolean> register(NewPerson person);

    /** Whether the address has an account. Never tell callers who have not proved that it is theirs. */
    Uni<Boolean> isRegistered(String email);

    /**
     * Takes the account away for ever, and every session of it: that of the subject, whatever its address is by now, or
     * else that of the address. Nobody having one is as good. Fails with {@link IdentityProblem#PROVIDER_AWAY}.
     *
     * @param subject as what the provider knows them; absent where they never signed in
     */
    Uni<Void> erase(@Nullable String subject, String email);
}
