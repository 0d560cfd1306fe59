package dev.tertulia.gateway.edge;

import dev.tertulia.gateway.call.Call;
import dev.tertulia.gateway.call.Problem;
import dev.tertulia.gateway.limit.Limits;
import dev.tertulia.gateway.passport.AuthorityAwayException;
import dev.tertulia.gateway.passport.Credential;
import dev.tertulia.gateway.passport.Passport;
import dev.tertulia.gateway.passport.PassportAnswer;
import dev.tertulia.gateway.passport.Passports;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import jakarta.inject.Singleton;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** Lets in who can be known, as often as their tenant may call. */
@Singleton
class Door {
    private static final Logger LOG = Logger.getLogger(Door.class);

    private final Passports passports;
    private final Limits limits;

    Door(Passports passports, Limits limits) {
        this.passports = passports;
        this.limits = limits;
    }

    /** Goes on with the caller's passport, or answers why not. */
    void passWithPassport(Call call, boolean tenantOptional, Consumer<Passport> next) {
        pass(call, tenantOptional, next, () -> call.refuse(Credential.missing()));
    }

    /**
     * Goes on with the caller's passport, or as a stranger if the caller shows nothing, or answers why not.
     *
     * @param tenantOptional whether a passport for no tenant will do where it is not clear which
     */
    void pass(Call call, boolean tenantOptional, Consumer<Passport> next, Runnable asStranger) {
        switch (Credential.in(call.request().headers())) {
            case Credential.Nothing nothing -> asStranger.run();
            case Credential.Wrong wrong -> call.refuse(wrong.problem());
            case Credential.Of of -> {
                Credential credential = tenantOptional ? of.credential().alsoWithoutTenant() : of.credential();
                Future<PassportAnswer> answer =
                        passports.of(credential, call.vertx().getOrCreateContext());
                answer.onComplete(known -> decide(call, known, next));
            }
        }
    }

    private void decide(Call call, AsyncResult<PassportAnswer> known, Consumer<Passport> next) {
        if (call.response().closed()) {
            return;
        }
        if (known.failed()) {
            LOG.debugf(known.cause(), "No passport for request %s", call.id());
            call.refuse(AuthorityAwayException.problem());
            return;
        }
        switch (known.result()) {
            case PassportAnswer.Refused refused -> call.refuse(refused.problem());
            case Passport passport -> {
                Problem tooMany =
                        passport.tenantId() == null ? null : limits.tenants().take(passport.tenantId(), call);
                if (tooMany == null) {
                    next.accept(passport);
                } else {
                    call.refuse(tooMany);
                }
            }
        }
    }
}
