package dev.tertulia.tenant.signup;

import dev.tertulia.platform.context.UuidV7;
import dev.tertulia.platform.crypto.FieldCipher;
import dev.tertulia.platform.security.RequestActor;
import dev.tertulia.platform.tenancy.PlatformDatabase;
import dev.tertulia.platform.web.CommonProblem;
import dev.tertulia.platform.web.ProblemException;
import dev.tertulia.tenant.mail.MailKind;
import dev.tertulia.tenant.mail.MailQueue;
import dev.tertulia.tenant.mail.NewMail;
import dev.tertulia.tenant.signup.SignupConfig.Rate;
import dev.tertulia.tenant.signup.SignupConfig.State;
import dev.tertulia.tenant.tenant.TenantView;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * From a stranger's wish to a tenant. Nothing here looks whether an address has an account before its owner has shown a
 * code: answers are the same, and take the same time.
 */
@ApplicationScoped
class SignupService {
    private final PlatformDatabase database;
    private final SignupRepository signups;
    private final Throttle throttle;
    private final FreeSlugs slugs;
    private final SignupFounding founding;
    private final MailQueue mails;
    private final FieldCipher cipher;
    private final RequestActor actor;
    private final SignupConfig config;
    private final Clock clock;

    SignupService(
            PlatformDatabase database,
            SignupRepository signups,
            Throttle throttle,
            FreeSlugs slugs,
            SignupFounding founding,
            MailQueue mails,
            FieldCipher cipher,
            RequestActor actor,
            SignupConfig config,
            Clock clock) {
        this.database = database;
        this.signups = signups;
        this.throttle = throttle;
        this.slugs = slugs;
        this.founding = founding;
        this.mails = mails;
        this.cipher = cipher;
        this.actor = actor;
        this.config = config;
        this.clock = clock;
    }

    /** Sends a code to the address. Fails with a 429, a 422 or a 409 for the slug. */
    Uni<SignupView> begin(StartSignupRequest request, Network network) {
        requireOpen();
        return database.inTransaction(connection -> requireLeft(connection, network))
                .chain(() -> slug(request))
                .flatMap(slug -> add(request, slug, network))
                .map(SignupView::from);
    }

    private Uni<String> slug(StartSignupRequest request) {
        return request.slug() == null
                ? slugs.near(Slugs.proposedFor(request.tenantName()))
                : slugs.require(request.slug());
    }

    private Uni<Signup> add(StartSignupRequest request, String slug, Network network) {
        String digits = OneTimeCode.draw();
        UUID id = UUID.randomUUID();
        Signup signup = new Signup(
                id,
                UuidV7.next(),
                request.address(),
                request.name().strip(),
                request.tenantName().strip(),
                slug,
                request.language(),
                request.zone(),
                request.country(),
                OneTimeCode.of(digits, id, cipher),
                clock.instant().plus(config.codeValidFor()),
                0,
                false);
        return database.inTransaction(connection -> mayWrite(connection, signup.email(), network)
                .flatMap(mayWrite -> signups.add(connection, signup)
                        .chain(() -> send(connection, signup, digits, signup.codeExpiresAt(), mayWrite)))
                .replaceWith(signup));
    }

    /** Sends another code; the one before works no longer, and tries begin anew. */
    Uni<SignupView> resend(UUID id, Network network) {
        requireOpen();
        String digits = OneTimeCode.draw();
        Instant expiresAt = clock.instant().plus(config.codeValidFor());
        OneTimeCode code = OneTimeCode.of(digits, id, cipher);
        return database.inTransaction(connection -> existing(connection, id)
                .invoke(SignupService::requireUnconfirmed)
                .call(signup -> requireLeft(connection, network))
                .call(signup -> mayWrite(connection, signup.email(), network)
                        .call(mayWrite -> signups.renew(connection, id, code, expiresAt))
                        .flatMap(mayWrite -> send(connection, signup, digits, expiresAt, mayWrite)))
                .map(signup -> new SignupView(id, signup.slug(), expiresAt)));
    }

    /**
     * Founds the tenant for who shows the code. Repeating it gives the same tenant. Fails with {@link
     * SignupProblem#CODE_WRONG} and {@link SignupProblem#CODE_EXPIRED}; after any other failure the code still works.
     */
    Uni<TenantView> confirm(UUID id, ConfirmSignupRequest request) {
        requireOpen();
        return database.inTransaction(connection -> tried(connection, id, request.code()))
                .invoke(this::requireRight)
                .map(Trial::signup)
                .invoke(signup -> actor.isNotSignedIn(signup.name()))
                .flatMap(signup -> founding.found(
                        signup, request.slug() == null ? signup.slug() : request.slug(), request.password()))
                .call(founded -> database.inTransaction(connection -> signups.confirm(connection, id)));
    }

    /** A wrong try is counted, and committed. */
    private Uni<Trial> tried(SqlConnection connection, UUID id, String code) {
        return existing(connection, id).flatMap(signup -> {
            boolean over = !signup.confirmed() && !clock.instant().isBefore(signup.codeExpiresAt());
            if (over || signup.tries() >= config.tries()) {
                throw ProblemException.of(SignupProblem.CODE_EXPIRED, "Ask for another one.");
            }
            return signup.code().matches(code, id, cipher)
                    ? Uni.createFrom().item(new Trial(signup, true))
                    : signups.tried(connection, id).replaceWith(new Trial(signup, false));
        });
    }

    /** How somebody fared with a code. */
    private record Trial(Signup signup, boolean right) {}

    private void requireRight(Trial trial) {
        if (!trial.right()) {
            int left = config.tries() - trial.signup().tries() - 1;
            throw ProblemException.of(
                            SignupProblem.CODE_WRONG, left > 0 ? "Look at the newest mail." : "Ask for another one.")
                    .with("triesLeft", left);
        }
    }

    private Uni<Void> requireLeft(SqlConnection connection, Network network) {
        return requireLeft(connection, config.network(), "network", network.value());
    }

    /**
     * Counts a mail. Who asks too often is told so, as far as it is they who asked. That others ask for the same address
     * nobody is told: beyond its limit the answer is the usual one, and no mail goes out.
     */
    private Uni<Boolean> mayWrite(SqlConnection connection, String address, Network network) {
        return requireLeft(connection, config.address(), "address", address, network.value())
                .chain(() -> throttle.take(connection, config.mailbox(), "mailbox", address))
                .map(Optional::isEmpty);
    }

    private Uni<Void> requireLeft(SqlConnection connection, Rate rate, String... what) {
        return throttle.take(connection, rate, what).map(wait -> {
            if (wait.isPresent()) {
                throw tooMany(wait.get());
            }
            return null;
        });
    }

    private static ProblemException tooMany(Duration wait) {
        return ProblemException.of(CommonProblem.TOO_MANY_REQUESTS, "Wait as long as Retry-After says.")
                .retryAfter(wait);
    }

    private Uni<Void> send(
            SqlConnection connection, Signup signup, String digits, Instant expiresAt, boolean mayWrite) {
        NewMail mail = new NewMail(
                UuidV7.next(),
                MailKind.SIGNUP_CODE,
                signup.email(),
                signup.locale(),
                Map.of(
                        "code",
                        OneTimeCode.readable(digits),
                        "minutes",
                        Long.toString(config.codeValidFor().toMinutes())),
                expiresAt);
        return mayWrite ? mails.addForStranger(connection, mail) : mails.withholdFromStranger(connection, mail);
    }

    private Uni<Signup> existing(SqlConnection connection, UUID id) {
        return signups.findForChange(connection, id)
                .map(found -> found.orElseThrow(() -> ProblemException.of(
                        SignupProblem.NOT_FOUND, "Begin another one: they are forgotten after a day.")));
    }

    private static void requireUnconfirmed(Signup signup) {
        if (signup.confirmed()) {
            throw ProblemException.of(SignupProblem.CONFIRMED, "Sign in.");
        }
    }

    private void requireOpen() {
        if (config.state() != State.OPEN) {
            throw ProblemException.of(
                    SignupProblem.CLOSED, "Ask those who run this installation for a tenant, or to be invited.");
        }
    }
}
