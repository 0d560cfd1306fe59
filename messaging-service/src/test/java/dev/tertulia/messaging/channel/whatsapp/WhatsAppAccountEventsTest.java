package dev.tertulia.messaging.channel.whatsapp;

import static dev.tertulia.messaging.channel.whatsapp.Webhooks.ACCOUNT;
import static dev.tertulia.messaging.channel.whatsapp.Webhooks.JSON;
import static dev.tertulia.messaging.channel.whatsapp.Webhooks.LUCIA_PARTY;
import static dev.tertulia.messaging.channel.whatsapp.Webhooks.NOON;
import static dev.tertulia.messaging.channel.whatsapp.Webhooks.accountChange;
import static dev.tertulia.messaging.channel.whatsapp.Webhooks.fromLucia;
import static dev.tertulia.messaging.channel.whatsapp.Webhooks.items;
import static dev.tertulia.messaging.channel.whatsapp.Webhooks.messages;
import static dev.tertulia.messaging.channel.whatsapp.Webhooks.only;
import static dev.tertulia.messaging.channel.whatsapp.Webhooks.value;
import static dev.tertulia.messaging.channel.whatsapp.Webhooks.valueWithoutContacts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tertulia.messaging.inbound.AccountUpdated;
import dev.tertulia.messaging.inbound.AddressBookChanged;
import dev.tertulia.messaging.inbound.GroupUpdated;
import dev.tertulia.messaging.inbound.IdentityChanged;
import dev.tertulia.messaging.inbound.Ignored;
import dev.tertulia.messaging.inbound.InboundItem;
import dev.tertulia.messaging.inbound.InboundParty;
import dev.tertulia.messaging.inbound.MarketingPreferenceChanged;
import dev.tertulia.messaging.inbound.ProviderAccount;
import dev.tertulia.messaging.inbound.ProviderError;
import dev.tertulia.messaging.inbound.TemplateChanged;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WhatsAppAccountEventsTest {

    private static final ProviderAccount WABA = new ProviderAccount(null, null, "900800700");

    @ParameterizedTest
    @ValueSource(strings = {"wa_id", "new_wa_id"})
    void newNumberIsAChangeOfTheCustomer(String field) {
        assertThat(only(IdentityChanged.class, messages(fromLucia("""
                                "type": "system", "system": {"type": "user_changed_number", "body": "Lucía cambió",
                                  "%s": "34600000077"}""".formatted(field)))))
                .isEqualTo(new IdentityChanged(
                        ACCOUNT,
                        "wamid.A1",
                        IdentityChanged.Change.NUMBER,
                        "user_changed_number",
                        LUCIA_PARTY,
                        "34600000002",
                        "34600000077",
                        null,
                        "Lucía cambió",
                        NOON));
    }

    @Test
    void newDeviceKeysChangeNoAddress() {
        IdentityChanged changed = only(IdentityChanged.class, messages(fromLucia("""
                        "type": "system", "system": {"type": "customer_identity_changed", "identity": "h4sh"}""")));

        assertThat(changed.change()).isEqualTo(IdentityChanged.Change.DEVICE_KEYS);
        assertThat(changed.oldAddress()).isEqualTo("34600000002");
        assertThat(changed.newAddress()).isNull();
    }

    @Test
    void oldUserIdIsFoundInTheWordsWhenNowhereElse() {
        IdentityChanged changed = only(IdentityChanged.class, valueWithoutContacts("messages", """
                        "messages": [{"id": "w", "type": "system", "system": {"type": "user_changed_user_id",
                          "body": "User Lucía changed from ES.111 to ES.222", "user_id": "ES.222"}}]"""));

        assertThat(changed.change()).isEqualTo(IdentityChanged.Change.USER_ID);
        assertThat(changed.oldAddress()).isEqualTo("ES.111");
        assertThat(changed.newAddress()).isEqualTo("ES.222");
        assertThat(changed.customer()).isEqualTo(new InboundParty("ES.111", null, "ES.111", null, null, null));
    }

    @Test
    void newUserIdWithoutAnOldOneHasNoCustomer() {
        IdentityChanged changed = only(
                IdentityChanged.class,
                valueWithoutContacts(
                        "messages",
                        "\"messages\": [{\"type\": \"system\", \"system\": {\"type\": \"user_changed_user_id\","
                                + " \"user_id\": \"ES.222\"}}]"));

        assertThat(changed.customer()).isNull();
        assertThat(changed.oldAddress()).isNull();
        assertThat(changed.newUserId()).isEqualTo("ES.222");
    }

    @Test
    void userIdUpdateNamesBoth() {
        assertThat(only(IdentityChanged.class, valueWithoutContacts("user_id_update", """
                                "user_id_update": [{"wa_id": "34600000002", "detail": "Nuevo", "timestamp": "1746446400",
                                  "user_id": {"previous": "ES.1", "current": "ES.2"},
                                  "parent_user_id": {"previous": "ES.ENT.1", "current": "ES.ENT.2"}}]""")))
                .isEqualTo(new IdentityChanged(
                        ACCOUNT,
                        null,
                        IdentityChanged.Change.USER_ID,
                        "user_id_update",
                        new InboundParty("34600000002", "+34600000002", "ES.1", "ES.ENT.1", null, null),
                        "ES.1",
                        "ES.2",
                        "ES.2",
                        "Nuevo",
                        NOON));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"system\": {\"type\": \"something_new\"}", "\"system\": {}", "\"foo\": 1"})
    void systemMessageThatIsNotKnownIsIgnored(String system) {
        assertThat(only(Ignored.class, messages(fromLucia("\"type\": \"system\", " + system)))
                        .reason())
                .contains("system message");
    }

    @ParameterizedTest
    @ValueSource(strings = {"stop", "resume"})
    void marketingIsStoppedAndResumed(String value) {
        assertThat(only(MarketingPreferenceChanged.class, value("user_preferences", """
                                "user_preferences": [{"wa_id": "34600000002", "category": "marketing_messages",
                                  "value": "%s", "detail": "Pedido", "timestamp": 1746446400}]""".formatted(value))))
                .isEqualTo(new MarketingPreferenceChanged(
                        ACCOUNT, LUCIA_PARTY, "marketing_messages", value, "Pedido", NOON));
    }

    @Test
    void addressBookOfThePhoneIsFollowed() {
        List<InboundItem> items = items(valueWithoutContacts("smb_app_state_sync", """
                "state_sync": [
                  {"type": "contact", "action": "add", "metadata": {"timestamp": "1746446400"},
                   "contact": {"full_name": "Ana Gil", "first_name": "Ana", "phone_number": "34600000005"}},
                  {"type": "contact", "action": "remove", "contact": {"phone_number": "34600000006"}},
                  {"type": "contact"}]"""));

        assertThat(items.get(0))
                .isEqualTo(new AddressBookChanged(
                        ACCOUNT,
                        new InboundParty("34600000005", "+34600000005", null, null, null, "Ana Gil"),
                        "add",
                        NOON));
        assertThat(((AddressBookChanged) items.get(1)).action()).isEqualTo("remove");
        assertThat(items.get(2)).isInstanceOf(Ignored.class);
    }

    @Test
    void templateIsRejectedWithItsReason() throws Exception {
        String value = """
                {"event": "REJECTED", "message_template_id": 987654321012345, "message_template_name": "cita",
                 "message_template_language": "es", "message_template_category": "UTILITY", "reason": "TAG_CONTENT_MISMATCH",
                 "rejection_info": {"reason": "No es de utilidad"}}""";

        assertThat(only(TemplateChanged.class, accountChange("message_template_status_update", value)))
                .isEqualTo(new TemplateChanged(
                        WABA,
                        TemplateChanged.Change.STATUS,
                        "987654321012345",
                        "cita",
                        "es",
                        "UTILITY",
                        null,
                        "REJECTED",
                        "TAG_CONTENT_MISMATCH",
                        "No es de utilidad",
                        NOON,
                        JSON.readTree(value)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"reason\": \"NONE\"", "\"reason\": null", "\"foo\": 1"})
    void approvedTemplateHasNoReason(String reason) {
        assertThat(only(
                                TemplateChanged.class,
                                accountChange(
                                        "message_template_status_update", "{\"event\": \"APPROVED\", " + reason + "}"))
                        .reason())
                .isNull();
    }

    @Test
    void templateIsGradedRecategorisedAndRewritten() {
        TemplateChanged graded = only(
                TemplateChanged.class,
                accountChange(
                        "message_template_quality_update",
                        "{\"previous_quality_score\": \"GREEN\", \"new_quality_score\": \"RED\"}"));
        TemplateChanged recategorised = only(
                TemplateChanged.class,
                accountChange(
                        "template_category_update",
                        "{\"previous_category\": \"UTILITY\", \"new_category\": \"MARKETING\"}"));
        TemplateChanged rewritten = only(
                TemplateChanged.class,
                accountChange(
                        "message_template_components_update",
                        "{\"message_template_name\": \"cita\", \"message_template_element\": \"Hola {{1}}\"}"));

        assertThat(List.of(graded.change(), recategorised.change(), rewritten.change()))
                .containsExactly(
                        TemplateChanged.Change.QUALITY,
                        TemplateChanged.Change.CATEGORY,
                        TemplateChanged.Change.COMPONENTS);
        assertThat(graded.previous()).isEqualTo("GREEN");
        assertThat(graded.current()).isEqualTo("RED");
        assertThat(recategorised.previous()).isEqualTo("UTILITY");
        assertThat(recategorised.category()).isEqualTo("MARKETING");
        assertThat(rewritten.details().get("message_template_element").asText()).isEqualTo("Hola {{1}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "-",
            value = {
                "account_update | {\"event\": \"DISABLED_UPDATE\", \"ban_info\": {\"waba_ban_state\": \"DISABLE\"}} | DISABLED_UPDATE | -",
                "account_review_update | {\"decision\": \"REJECTED\"} | REJECTED | -",
                "phone_number_name_update | {\"display_phone_number\": \"34910000001\", \"decision\": \"APPROVED\"} | APPROVED | 34910000001",
                "phone_number_quality_update | {\"display_phone_number\": \"34910000001\", \"event\": \"UPGRADE\"} | UPGRADE | 34910000001",
                "account_alerts | {\"alert_info\": {\"alert_type\": \"OBA_APPROVED\"}} | OBA_APPROVED | -",
                "account_alerts | {\"alert_type\": \"OBA_REJECTED\", \"alert_status\": \"NONE\"} | OBA_REJECTED | -",
                "business_capability_update | {\"max_phone_numbers_per_business\": 25} | - | -",
                "business_username_update | {\"username\": \"taller\", \"status\": \"approved\"} | approved | -",
                "security | {\"event\": \"PIN_CHANGED\", \"display_phone_number\": \"34910000001\"} | PIN_CHANGED | 34910000001",
                "flows | {\"event\": \"FLOW_STATUS_CHANGE\", \"flow_id\": \"f1\"} | FLOW_STATUS_CHANGE | -",
                "account_settings_update | {\"type\": \"phone_number_settings\"} | phone_number_settings | -"
            })
    void accountChangesAreSaidWithAllTheirDetails(String field, String value, String event, String phoneNumber)
            throws Exception {
        assertThat(only(AccountUpdated.class, accountChange(field, value)))
                .isEqualTo(new AccountUpdated(WABA, field, event, phoneNumber, NOON, JSON.readTree(value), List.of()));
    }

    @Test
    void eachEventOfAGroupIsAnItem() {
        List<InboundItem> items = items(valueWithoutContacts("group_participants_update", """
                "groups": [
                  {"timestamp": "1746446400", "group_id": "g1@g.us", "type": "group_participants_add"},
                  {"timestamp": "1746446400", "group_id": "g1@g.us", "type": "group_join_request_created"}]"""));

        assertThat(items)
                .extracting(item -> ((GroupUpdated) item).event())
                .containsExactly("group_participants_add", "group_join_request_created");
        assertThat(((GroupUpdated) items.getFirst()).groupId()).isEqualTo("g1@g.us");
        assertThat(((GroupUpdated) items.getFirst()).providerTime()).isEqualTo(NOON);
    }

    @Test
    void historyThatIsNotSharedSaysSo() {
        AccountUpdated declined = only(
                AccountUpdated.class,
                valueWithoutContacts(
                        "history",
                        "\"history\": [{\"errors\": [{\"code\": 2593109, \"title\": \"History sharing declined\"}]}]"));

        assertThat(declined.change()).isEqualTo("history");
        assertThat(declined.errors()).containsExactly(new ProviderError("2593109", "History sharing declined", null));
    }
}
