package dev.tertulia.tenant;

import dev.tertulia.platform.web.ProblemException;
import dev.tertulia.tenant.identity.IdentityProblem;
import dev.tertulia.tenant.identity.NewPerson;
import dev.tertulia.tenant.identity.People;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * An identity provider of ours that keeps accounts in memory. Of addresses that begin with {@code cut-} it makes the
 * account and then breaks off, the first time, as a process does that dies behind Keycloak's answer.
 */
@Alternative
@ApplicationScoped
public class TestPeople implements People {
    public static final String WEAK_PASSWORD = "weak";

    private final Map<String, NewPerson> accounts = new ConcurrentHashMap<>();
    private final Set<String> cut = ConcurrentHashMap.newKeySet();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile boolean ours = true;

    @Override
    public boolean areOurs() {
        return ours;
    }

    @Override
    public Uni<Boolean> register(NewPerson person) {
        if (person.password().equals(WEAK_PASSWORD)) {
            return Uni.createFrom()
                    .failure(ProblemException.of(IdentityProblem.PASSWORD_REFUSED, "At least 10 characters."));
        }
        boolean known = accounts.putIfAbsent(person.email(), person) != null;
        return person.email().startsWith("cut-") && cut.add(person.email())
                ? Uni.createFrom().failure(new IllegalStateException("Cut off behind the identity provider"))
                : Uni.createFrom().item(known);
    }

    @Override
    public Uni<Boolean> isRegistered(String email) {
        asked.incrementAndGet();
        return Uni.createFrom().item(accounts.containsKey(email));
    }

    @Override
    public Uni<Void> erase(@Nullable String subject, String email) {
        accounts.remove(email);
        return Uni.createFrom().voidItem();
    }

    public NewPerson account(String email) {
        NewPerson account = accounts.get(email);
        if (account == null) {
            throw new AssertionError("There is no account");
        }
        return account;
    }

    public boolean has(String email) {
        return accounts.containsKey(email);
    }

    public void comeFromElsewhere(boolean elsewhere) {
        ours = !elsewhere;
    }

    /** How often it was asked for an address. */
    public int asked() {
        return asked.get();
    }

    /** With these people. */
    public static class AreOurs implements QuarkusTestProfile {
        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(TestPeople.class);
        }
    }
}
