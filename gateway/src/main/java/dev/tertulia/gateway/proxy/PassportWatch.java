package dev.tertulia.gateway.proxy;

import dev.tertulia.gateway.passport.Passport;
import dev.tertulia.gateway.passport.PassportAnswer;
import dev.tertulia.gateway.passport.PassportAuthority;
import dev.tertulia.gateway.passport.TokenClaims;
import dev.tertulia.gateway.passport.TokenClaims.Rights;
import io.vertx.core.AsyncResult;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Asks again and again whether the holder of an open socket is still what its passport says, and says when it has to be
 * closed. That tenant-service is away is borne until its last word has become too old. For one event loop.
 */
final class PassportWatch {
    private final Vertx vertx;
    private final PassportAuthority authority;
    private final SocketConfig config;
    private final Clock clock;
    private final Consumer<Closing> onClose;
    private final Optional<Rights> rights;

    private Passport passport;
    private long checkTimer = -1;
    private long trustTimer = -1;
    private boolean over;

    PassportWatch(
            Vertx vertx,
            PassportAuthority authority,
            SocketConfig config,
            Clock clock,
            Passport passport,
            Consumer<Closing> onClose) {
        this.vertx = vertx;
        this.authority = authority;
        this.config = config;
        this.clock = clock;
        this.passport = passport;
        this.onClose = onClose;
        this.rights = rightsOf(passport);
    }

    /** The first check is due when the passport's own becomes old, which may have been before the socket was opened. */
    void start() {
        trustAnew();
    }

    void stop() {
        over = true;
        vertx.cancelTimer(checkTimer);
        vertx.cancelTimer(trustTimer);
    }

    private void trustAnew() {
        Instant checkedAt = passport.checkedAt();
        vertx.cancelTimer(trustTimer);
        trustTimer = vertx.setTimer(millisUntil(checkedAt.plus(config.trustFor())), due -> close(Closing.UNCHECKED));
        checkTimer = vertx.setTimer(millisUntil(checkedAt.plus(config.renewEvery())), due -> check());
    }

    private void check() {
        if (!over) {
            authority.renew(passport).onComplete(this::checked);
        }
    }

    private void checked(AsyncResult<PassportAnswer> answer) {
        if (over) {
            return;
        }
        if (answer.failed()) {
            checkTimer = vertx.setTimer(config.retryEvery().toMillis(), due -> check());
            return;
        }
        switch (answer.result()) {
            case PassportAnswer.Refused refused -> close(Closing.REFUSED);
            case Passport renewed when !rightsOf(renewed).equals(rights) -> close(Closing.RIGHTS_CHANGED);
            case Passport renewed -> {
                passport = renewed;
                trustAnew();
            }
        }
    }

    private void close(Closing why) {
        if (!over) {
            stop();
            onClose.accept(why);
        }
    }

    private long millisUntil(Instant due) {
        return Math.max(1, Duration.between(clock.instant(), due).toMillis());
    }

    private static Optional<Rights> rightsOf(Passport passport) {
        return TokenClaims.of(passport.token()).map(TokenClaims::rights);
    }
}
