package dev.tertulia.messaging.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ConversationVisibilityTest {
    private static final UUID ANN = UUID.randomUUID();
    private static final UUID BOB = UUID.randomUUID();

    private final List<Object> arguments = new ArrayList<>();

    @Test
    void aSupervisorSeesAll() {
        var all = new ConversationVisibility(true, false, ANN);

        assertThat(all.sees(null)).isTrue();
        assertThat(all.sees(BOB)).isTrue();
        assertThat(all.conditions(this::argument)).containsExactly("true");
    }

    @Test
    void anAgentSeesTheirOwnAndWhatIsNobodys() {
        var agent = new ConversationVisibility(false, true, ANN);

        assertThat(agent.sees(null)).isTrue();
        assertThat(agent.sees(ANN)).isTrue();
        assertThat(agent.sees(BOB)).isFalse();
        assertThat(agent.conditions(this::argument)).containsExactly("c.assignee_id is null", "c.assignee_id = $1");
        assertThat(arguments).containsExactly(ANN);
    }

    @Test
    void anAgentWhoseTenantNarrowedItSeesTheirOwn() {
        var narrowed = new ConversationVisibility(false, false, ANN);

        assertThat(narrowed.sees(null)).isFalse();
        assertThat(narrowed.sees(ANN)).isTrue();
        assertThat(narrowed.conditions(this::argument)).containsExactly("c.assignee_id = $1");
    }

    @Test
    void aKeyWithoutEitherSeesNothing() {
        var key = new ConversationVisibility(false, false, null);

        assertThat(key.sees(null)).isFalse();
        assertThat(key.conditions(this::argument)).containsExactly("false");
    }

    private String argument(Object value) {
        arguments.add(value);
        return "$" + arguments.size();
    }
}
