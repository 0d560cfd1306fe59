package dev.tertulia.contracts.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The samples are what others build on: each record must read its sample and write it back unchanged. */
class TenantEventSamplesTest {
    private static final Map<String, Class<?>> RECORDS = Map.ofEntries(
            Map.entry(TenantTopics.TENANT_CREATED, TenantCreated.class),
            Map.entry(TenantTopics.TENANT_UPDATED, TenantUpdated.class),
            Map.entry(TenantTopics.TENANT_SETTINGS_CHANGED, TenantSettingsChanged.class),
            Map.entry(TenantTopics.TENANT_SUSPENDED, TenantSuspended.class),
            Map.entry(TenantTopics.TENANT_REACTIVATED, TenantReactivated.class),
            Map.entry(TenantTopics.TENANT_PLAN_CHANGED, TenantPlanChanged.class),
            Map.entry(TenantTopics.MEMBER_INVITED, MemberInvited.class),
            Map.entry(TenantTopics.TENANT_ERASED, TenantErased.class),
            Map.entry(TenantTopics.MEMBER_JOINED, MemberJoined.class),
            Map.entry(TenantTopics.MEMBER_ROLE_CHANGED, MemberRoleChanged.class),
            Map.entry(TenantTopics.MEMBER_DEACTIVATED, MemberDeactivated.class));

    private final JsonMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tenant.created",
                "tenant.updated",
                "tenant.settings-changed",
                "tenant.suspended",
                "tenant.reactivated",
                "tenant.plan-changed",
                "member.invited",
                "tenant.erased",
                "member.joined",
                "member.role-changed",
                "member.deactivated"
            })
    void recordReadsItsSampleAndWritesItBack(String topic) throws IOException {
        JsonNode sample = sample(topic);
        Object event = json.treeToValue(sample, RECORDS.get(topic));
        assertThat(json.readTree(json.writeValueAsBytes(event))).isEqualTo(sample);
    }

    @Test
    void everyKindOfEventHasItsTopic() throws IllegalAccessException {
        Set<Class<?>> kinds = new HashSet<>(Set.of(TenantEvent.class.getPermittedSubclasses()));
        kinds.addAll(Set.of(MemberEvent.class.getPermittedSubclasses()));
        kinds.add(MemberInvited.class);
        Set<Object> topics = new HashSet<>();
        for (Field constant : TenantTopics.class.getFields()) {
            topics.add(constant.get(null));
        }

        assertThat(RECORDS.values()).containsExactlyInAnyOrderElementsOf(kinds);
        assertThat(RECORDS.keySet()).isEqualTo(topics);
    }

    private JsonNode sample(String topic) throws IOException {
        try (InputStream in = TenantEvent.class.getResourceAsStream("/samples/tenant/" + topic + ".json")) {
            return json.readTree(in);
        }
    }
}
