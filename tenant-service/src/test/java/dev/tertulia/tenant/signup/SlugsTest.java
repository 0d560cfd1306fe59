package dev.tertulia.tenant.signup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlugsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Panadería Luna|panaderia-luna",
                "  L'Étoile & Fils, S.A. |letoile-fils-sa",
                "Ñandú Größe Œuvre|nandu-grosse-oeuvre",
                "Хлеб и соль|hleb-i-sol",
                "Ψωμί|psomi",
                "東京ベーカリー|dong-jingbekari",
                "a_b__c|a-b-c",
                "AB|ab-tenant",
                "Admin|admin-tenant",
                "***|tenant-1"
            })
    void aNameInWhateverScriptHasAFittingSlug(String name, String slug) {
        assertThat(Slugs.proposedFor(name)).isEqualTo(slug);
    }

    @ParameterizedTest
    @ValueSource(strings = {"مخبز القمر", "מאפיית הירח", "빵집", "ร้านขนมปัง", "xn--n3h", "🍞🍞🍞"})
    void whateverTheNameThereIsAnAcceptableOne(String name) {
        assertThat(Slugs.isAcceptable(Slugs.proposedFor(name)))
                .as(Slugs.proposedFor(name))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"www", "api", "admin", "platform", "xn--n3h", "ab", "-abc", "abc-", "a--b", "Abc", "ábc", "a b"})
    void someAreNobodys(String slug) {
        assertThat(Slugs.isAcceptable(slug)).isFalse();
    }

    @Test
    void aLongOneHasRoomForANumber() {
        assertThat((Slugs.proposedFor("ab ".repeat(100)) + "-12345").length()).isLessThanOrEqualTo(63);
    }
}
