package dev.tertulia.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainPathTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api/v1/contacts",
                "/api/v1/contacts/",
                "/api/v1/settings/inbox.visibility",
                "/api/v1/labels/caf%C3%A9%20solo",
                "/webhooks/whatsapp/0199f0a0-0000-7000-8000-000000000000",
                "/a/...x"
            })
    void pathsThatMeanOneThingAreTaken(String path) {
        assertThat(PlainPath.is(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "api/v1",
                "//api/v1/contacts",
                "/api//v1/contacts",
                "/api/v1/contacts/../../../internal/passports",
                "/api/v1/contacts/..",
                "/api/v1/./contacts",
                "/api/v1/contacts/%2e%2e/%2E%2e/internal",
                "/api/v1/contacts/.%2e/internal",
                "/api/v1/contacts/..;/internal",
                "/api/v1/contacts;x=y",
                "/api/v1/contacts/..%2finternal",
                "/api/v1/contacts/%5c..%5cinternal",
                "/api/v1/contacts\\internal",
                "/api/v1/contacts/%252e%252e",
                "/api/v1/contacts/%00",
                "/api/v1/contacts/%",
                "/api/v1/contacts/%4",
                "/api/v1/contacts/%zz",
                "/api/v1/cont acts",
                "/api/v1/contactsé"
            })
    void pathsThatAServiceMightReadOtherwiseAreNot(String path) {
        assertThat(PlainPath.is(path)).isFalse();
    }
}
