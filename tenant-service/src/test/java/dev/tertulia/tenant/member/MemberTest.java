package dev.tertulia.tenant.member;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tertulia.contracts.tenant.MemberRoleChanged;
import dev.tertulia.platform.events.OutboxEvent;
import dev.tertulia.platform.security.Role;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MemberTest {
    private final Member member = new Member(
            UUID.randomUUID(), new NewMember("Ann@Example.test", null, Role.AGENT, List.of()), Instant.EPOCH);

    @Test
    void isCalledByTheirAddressUntilTheySayTheirName() {
        assertThat(member.name).isEqualTo("ann");
    }

    @Test
    void aNewRoleIsToldWithTheOldOne() {
        assertThat(member.change(new EditableMember(Role.VIEWER, true, List.of())))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.topic()).isEqualTo("member.role-changed");
                    assertThat(((MemberRoleChanged) event.payload()).previousRole())
                            .isEqualTo("agent");
                });
    }

    @Test
    void otherExtraPermissionsAreTold() {
        assertThat(topics(new EditableMember(Role.AGENT, true, List.of("labels:manage"))))
                .containsExactly("member.role-changed");
        assertThat(topics(new EditableMember(Role.AGENT, true, List.of("labels:manage", "labels:manage"))))
                .isEmpty();
    }

    @Test
    void leavingAndComingBackAreTold() {
        assertThat(topics(new EditableMember(Role.AGENT, false, List.of()))).containsExactly("member.deactivated");
        assertThat(topics(new EditableMember(Role.AGENT, false, List.of()))).isEmpty();
        assertThat(topics(new EditableMember(Role.VIEWER, true, List.of())))
                .containsExactly("member.role-changed", "member.joined");
    }

    @Test
    void eachEventHasTheNextSequence() {
        member.joined();

        assertThat(member.change(new EditableMember(Role.VIEWER, false, List.of())))
                .extracting(OutboxEvent::sequence)
                .containsExactly(2L, 3L);
    }

    private List<String> topics(EditableMember change) {
        return member.change(change).stream().map(OutboxEvent::topic).toList();
    }
}
