package dev.tertulia.tenant.setting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SettingKeyTest {

    @Test
    void aSlipOfTheHandIsFound() {
        assertThat(SettingKey.near("timezon")).startsWith("timezone");
        assertThat(SettingKey.near("Locale")).startsWith("locale");
        assertThat(SettingKey.near("visibility")).containsExactly("conversations.visibility");
        assertThat(SettingKey.near("conversations"))
                .containsExactlyInAnyOrder("conversations.visibility", "conversations.reopen-within");
        assertThat(SettingKey.near("webhook.secret")).isEmpty();
    }

    @Test
    void whatNobodyGoesByYetSaysSo() {
        assertThat(Arrays.stream(SettingKey.values()).filter(key -> !key.inEffect()))
                .containsExactly(SettingKey.BUSINESS_HOURS, SettingKey.NOTIFICATIONS)
                .allSatisfy(key -> assertThat(key.description()).contains("For what is to come"));
    }
}
