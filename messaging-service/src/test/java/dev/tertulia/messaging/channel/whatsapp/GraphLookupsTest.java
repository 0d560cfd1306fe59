package dev.tertulia.messaging.channel.whatsapp;

import static dev.tertulia.messaging.channel.whatsapp.Webhooks.JSON;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GraphLookupsTest {

    private static final URI API = URI.create("http://127.0.0.1:8190");

    @Test
    void mediaLookupTellsWhereAndWhat() throws Exception {
        assertThat(MediaLookup.read(JSON.readTree("""
                                {"url": "https://lookaside.fbsbx.com/w/?mid=1", "mime_type": "image/png",
                                 "sha256": "72fd", "file_size": "103632", "id": "1"}"""), API))
                .hasValue(new MediaLookup(
                        URI.create("https://lookaside.fbsbx.com/w/?mid=1"), "image/png", "72fd", 103_632L));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://lookaside.fbsbx.com/x",
                "https://mmg.whatsapp.net/x",
                "https://fbsbx.com:443/x",
                "http://127.0.0.1:8190/media/1"
            })
    void tokenGoesToMetaAndToTheApiItself(String url) {
        assertThat(MediaLookup.mayHaveToken(URI.create(url), API)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://lookaside.fbsbx.com/x",
                "https://lookaside.fbsbx.com.evil.example/x",
                "https://evilfbsbx.com/x",
                "https://lookaside.fbsbx.com@evil.example/x",
                "https://a@lookaside.fbsbx.com/x",
                "https://lookaside.fbsbx.com:8443/x",
                "http://127.0.0.1:8191/x",
                "https://127.0.0.1:8190/x",
                "http://169.254.169.254/latest",
                "file:///etc/passwd",
                "/relative"
            })
    void tokenGoesNowhereElse(String url) {
        assertThat(MediaLookup.mayHaveToken(URI.create(url), API)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"url\": \"not a url\"}", "{\"url\": \"https://evil.example/1\"}", "{\"url\": 5}"})
    void lookupWithoutAUsableUrlIsEmpty(String answer) throws Exception {
        assertThat(MediaLookup.read(JSON.readTree(answer), API)).isEmpty();
    }

    @Test
    void templatesArePagedByCursor() throws Exception {
        TemplatePage page = TemplatePage.read(JSON.readTree("""
                {"data": [
                   {"id": "1", "name": "cita", "language": "es", "status": "APPROVED", "category": "UTILITY",
                    "components": [{"type": "BODY", "text": "Hola {{1}}"}]},
                   {"id": "2"},
                   {"id": "3", "name": "cita", "language": "en_US", "status": "REJECTED"}],
                 "paging": {"cursors": {"after": "QVFI"}, "next": "https://graph.example/next?access_token=secret"}}"""));

        assertThat(page.templates()).extracting(TemplatePage.Template::language).containsExactly("es", "en_US");
        assertThat(page.hasNext()).isTrue();
        assertThat(page.after()).isEqualTo("QVFI");
        assertThat(page.toString()).doesNotContain("secret");
    }

    @Test
    void lastPageHasNoNext() throws Exception {
        TemplatePage page =
                TemplatePage.read(JSON.readTree("{\"data\": [], \"paging\": {\"cursors\": {\"after\": \"QVFI\"}}}"));

        assertThat(page.templates()).isEmpty();
        assertThat(page.hasNext()).isFalse();
    }
}
