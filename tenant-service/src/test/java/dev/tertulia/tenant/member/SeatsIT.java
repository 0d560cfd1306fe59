package dev.tertulia.tenant.member;

import static dev.tertulia.tenant.TestWorld.admin;
import static dev.tertulia.tenant.TestWorld.asOwner;
import static dev.tertulia.tenant.TestWorld.member;
import static dev.tertulia.tenant.TestWorld.organisation;
import static dev.tertulia.tenant.TestWorld.passport;
import static dev.tertulia.tenant.TestWorld.token;
import static dev.tertulia.tenant.TestWorld.unique;
import static dev.tertulia.tenant.TestWorld.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import dev.tertulia.platform.testkit.AllowanceMigration;
import dev.tertulia.tenant.TestWorld.Organisation;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How many members there can be. */
@QuarkusTest
class SeatsIT {
    private static final String MEMBERS = "/api/v1/members";

    private Organisation acme;

    @BeforeEach
    void found() {
        acme = organisation();
    }

    @Test
    void fiftyAtOnceTakeTheLastSeatOnce() {
        allow(2);
        String owner = passport(token(acme.ownerEmail()), acme.slug());

        List<Integer> answers =
                atOnce(50, () -> with(owner).body(newMember()).post(MEMBERS).statusCode());

        assertThat(answers).filteredOn(status -> status == 201).hasSize(1);
        assertThat(answers).filteredOn(status -> status != 201).hasSize(49).containsOnly(403);
    }

    @Test
    void theRefusalSaysWhichLimitItIs() {
        allow(1);
        asOwner(acme)
                .body(newMember())
                .post(MEMBERS)
                .then()
                .statusCode(403)
                .body("type", is("/problems/limit-reached"))
                .body("limit.metric", is("members"))
                .body("limit.size", is(1))
                .body("limit.used", is(1))
                .body("limit.resetsAt", nullValue());
    }

    @Test
    void platformAdministratorsAreHeldByItToo() {
        allow(1);
        admin().body(newMember())
                .post("/api/v1/platform/tenants/" + acme.slug() + "/members")
                .then()
                .statusCode(403)
                .body("type", is("/problems/limit-reached"));
    }

    @Test
    void whoLeavesGivesTheirSeatBackAndNeedsOneToReturn() {
        allow(2);
        String ann = member(acme, unique() + "@example.test", "agent");
        activate(ann, false, 200);
        activate(ann, false, 200);
        String bob = member(acme, unique() + "@example.test", "agent");
        activate(ann, true, 403);
        activate(bob, false, 200);
        activate(ann, true, 200);
    }

    @Test
    void anAddressThatIsTakenTakesNoSeat() {
        allow(3);
        String email = unique() + "@example.test";
        member(acme, email, "agent");
        asOwner(acme)
                .body("{\"email\":\"" + email + "\",\"role\":\"agent\"}")
                .post(MEMBERS)
                .then()
                .statusCode(409);
        member(acme, unique() + "@example.test", "agent");
    }

    @Test
    void theCountersAreThoseOfPlatformAllowance() {
        AllowanceMigration.assertUnchanged();
    }

    private void activate(String member, boolean active, int expected) {
        asOwner(acme)
                .body("{\"active\":" + active + "}")
                .patch(MEMBERS + "/" + member)
                .then()
                .statusCode(expected);
    }

    private static String newMember() {
        return "{\"email\":\"" + unique() + "@example.test\",\"role\":\"agent\"}";
    }

    private void allow(int members) {
        admin().body("{\"size\":" + members + "}")
                .put("/api/v1/platform/tenants/" + acme.slug() + "/subscription/limits/members")
                .then()
                .statusCode(200);
    }

    private static List<Integer> atOnce(int times, Supplier<Integer> call) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Integer>> calls = IntStream.range(0, times)
                    .mapToObj(i -> CompletableFuture.supplyAsync(call, threads))
                    .toList();
            return calls.stream().map(CompletableFuture::join).toList();
        }
    }
}
