package dev.tertulia.tenant.member;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tertulia.platform.security.Actor;
import dev.tertulia.platform.security.Caller;
import dev.tertulia.platform.security.CallerTenant;
import dev.tertulia.platform.security.Permission;
import dev.tertulia.platform.security.Role;
import dev.tertulia.platform.security.RolePermissions;
import dev.tertulia.platform.web.ProblemException;
import dev.tertulia.platform.web.ProblemType;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemberPolicyTest {

    @ParameterizedTest
    @CsvSource({"OWNER, ADMIN, VIEWER", "ADMIN, AGENT, ADMIN", "ADMIN, ADMIN, AGENT", "SUPERVISOR, AGENT, VIEWER"})
    void mayChangeTheRole(Role caller, Role before, Role after) {
        assertThatCode(() -> MemberPolicy.checkChange(caller(caller), member(before), as(after)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"SUPERVISOR, AGENT, SUPERVISOR", "SUPERVISOR, ADMIN, AGENT", "SUPERVISOR, SUPERVISOR, VIEWER"})
    void mayNotChangeTheRole(Role caller, Role before, Role after) {
        refused(
                MemberProblem.BEYOND_OWN_PERMISSIONS,
                () -> MemberPolicy.checkChange(caller(caller), member(before), as(after)));
    }

    @Test
    void aKeyThatMayOnlyManageMembersMakesNobodyStrongerThanItself() {
        Caller key = caller(Set.of(Permission.MEMBERS_MANAGE, Permission.MEMBERS_READ));

        refused(
                MemberProblem.BEYOND_OWN_PERMISSIONS,
                () -> MemberPolicy.checkChange(key, member(Role.AGENT), as(Role.ADMIN)));
        refused(
                MemberProblem.BEYOND_OWN_PERMISSIONS,
                () -> MemberPolicy.checkCreation(key, new NewMember("a@b.test", null, Role.ADMIN, List.of())));
    }

    @Test
    void whoComesBackGetsNoMoreThanTheCallerHas() {
        Member gone = member(Role.ADMIN);
        gone.change(new EditableMember(Role.ADMIN, false, List.of()));
        Caller key = caller(Set.of(Permission.MEMBERS_MANAGE));

        refused(MemberProblem.BEYOND_OWN_PERMISSIONS, () -> MemberPolicy.checkChange(key, gone, as(Role.ADMIN)));
    }

    @Test
    void takingAwayNeedsNothingOfOnesOwn() {
        Caller key = caller(Set.of(Permission.MEMBERS_MANAGE));

        assertThatCode(() -> MemberPolicy.checkChange(
                        key, member(Role.ADMIN), new EditableMember(Role.ADMIN, false, List.of())))
                .doesNotThrowAnyException();
    }

    @Test
    void theOwnerStays() {
        refused(
                MemberProblem.OWNER_PROTECTED,
                () -> MemberPolicy.checkChange(caller(Role.ADMIN), member(Role.OWNER), as(Role.AGENT)));
    }

    @Test
    void changingNothingIsAllowedToAll() {
        assertThatCode(() -> MemberPolicy.checkChange(caller(Role.ADMIN), member(Role.OWNER), as(Role.OWNER)))
                .doesNotThrowAnyException();
    }

    private static void refused(ProblemType problem, org.assertj.core.api.ThrowableAssert.ThrowingCallable change) {
        assertThatThrownBy(change)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> org.assertj.core.api.Assertions.assertThat(refusal.problemType())
                                .isEqualTo(problem));
    }

    private static Member member(Role role) {
        return new Member(UUID.randomUUID(), new NewMember("m@example.test", null, role, List.of()), Instant.EPOCH);
    }

    private static EditableMember as(Role role) {
        return new EditableMember(role, true, List.of());
    }

    private static Caller caller(Role role) {
        return caller(RolePermissions.of(role));
    }

    private static Caller caller(Set<String> permissions) {
        return new Caller(
                new CallerTenant(UUID.randomUUID(), "acme", "active"),
                new Actor(Actor.Type.USER, UUID.randomUUID(), "Ann", UUID.randomUUID()),
                Role.ADMIN,
                permissions,
                Set.of());
    }
}
