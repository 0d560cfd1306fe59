package dev.tertulia.tenant.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EntrySummaryTest {
    private static final UUID ANA = UUID.fromString("0199b0c4-5d2e-7a31-8e4b-1f6a2c9d7b50");
    private static final String MARTA = "0199b0c5-0a17-7c42-9b3d-6e8f1a2b4c60";
    private static final Map<String, String> NAMES = Map.of(MARTA, "Marta Ríos");

    @Test
    void aChangeSaysWhatItWasAndWhatItIs() {
        assertThat(byAna("updated", "member", MARTA, "{\"role\":\"agent\"}", "{\"role\":\"supervisor\"}"))
                .isEqualTo("Ana Luna (owner) changed member Marta Ríos: role agent → supervisor");
    }

    @Test
    void whatWasNotThereBeforeOrIsNoLongerWasNothing() {
        assertThat(byAna("updated", "contact", "c-1", "{\"tags\":[\"vip\"]}", "{\"tags\":[],\"language\":\"es\"}"))
                .isEqualTo("Ana Luna (owner) changed contact c-1: tags vip → nothing, language nothing → es");
    }

    @Test
    void whoIsMeantByAnIdIsSaidByName() {
        assertThat(byAna("updated", "conversation", "k-1", "{}", "{\"assigneeId\":\"" + MARTA + "\"}"))
                .isEqualTo("Ana Luna (owner) changed conversation k-1: assignee nothing → Marta Ríos");
    }

    @Test
    void whatIsMadeIsCalledByItsName() {
        assertThat(byAna("created", "api-key", "a-1", null, "{\"name\":\"Shop\",\"hash\":\"[redacted]\"}"))
                .isEqualTo("Ana Luna (owner) created api key Shop");
        assertThat(byAna("deleted", "contact", "c-1", "{\"name\":\"[redacted]\"}", null))
                .isEqualTo("Ana Luna (owner) deleted contact c-1");
    }

    @Test
    void whoSignsInDoesNothingToThemself() {
        assertThat(byAna("signed-in", "user", ANA.toString(), null, "{\"method\":\"password\"}"))
                .isEqualTo("Ana Luna (owner) signed in (method password)");
    }

    @Test
    void manyFieldsAreNotAllSaid() {
        assertThat(byAna("updated", "tenant", "t", "{}", "{\"a\":1,\"b\":2,\"c\":3,\"d\":4,\"e\":5,\"f\":6}"))
                .endsWith("d nothing → 4, and 2 more");
    }

    @Test
    void theSystemAndKeysActToo() {
        assertThat(summary("system", null, null, null, "created", "conversation", "k-1", null, "{}"))
                .isEqualTo("The system created conversation k-1");
        assertThat(summary("api-key", ANA, "Shop", "agent", "deleted", "label", "l-1", "{\"name\":\"vip\"}", null))
                .isEqualTo("The API key Shop (agent) deleted label vip");
    }

    @Test
    void whatSomebodyMadeOfTheValuesBreaksNothing() {
        assertThat(byAna("updated", "member", MARTA, "{not json", "7")).startsWith("Ana Luna (owner) changed member");
    }

    private static String byAna(
            String action, String type, String id, @Nullable String oldValues, @Nullable String newValues) {
        return summary("user", ANA, "Ana Luna", "owner", action, type, id, oldValues, newValues);
    }

    private static String summary(
            String actorType,
            @Nullable UUID actor,
            @Nullable String name,
            @Nullable String role,
            String action,
            String type,
            String id,
            @Nullable String oldValues,
            @Nullable String newValues) {
        return EntrySummary.of(
                new EntryContent(
                        Instant.EPOCH,
                        UUID.randomUUID(),
                        "tenant",
                        null,
                        actorType,
                        actor,
                        name,
                        null,
                        role,
                        action,
                        type,
                        id,
                        oldValues,
                        newValues,
                        null,
                        null),
                NAMES);
    }
}
