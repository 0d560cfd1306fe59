package dev.tertulia.contact.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentitiesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "+573105557788",
                "+57 310 555 77 88",
                "+57 (310) 555-7788",
                "whatsapp:+573105557788",
                "\u200e+57 310 5557788"
            })
    void aPhoneNumberIsTheSameHoweverItIsWritten(String written) {
        assertThat(Identities.phone(written, null))
                .contains(new Identity("phone", "", "+573105557788", "+573105557788"));
    }

    @Test
    void aNationalNumberNeedsACountry() {
        assertThat(Identities.phone("310 555 7788", null)).isEmpty();
        assertThat(Identities.phone("310 555 7788", "CO").map(Identity::value)).contains("+573105557788");
        assertThat(Identities.phone("0310-5557788", "PK").map(Identity::value)).contains("+923105557788");
    }

    @Test
    void digitsWithoutPlusAreNotGuessedToBeInternational() {
        assertThat(Identities.phone("573105557788", null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "+55 41 9 8877-6655, +55 41 8877-6655", // Brazil's ninth digit
        "+52 1 55 4433 2211, +52 55 4433 2211", // Mexico's 1
        "+54 9 11 4433 2211, +54 11 4433 2211" // Argentina's 9
    })
    void nationalVariantsMeetInOneIdentity(String one, String other) {
        assertThat(Identities.phone(one, null).orElseThrow().key())
                .isEqualTo(Identities.phone(other, null).orElseThrow().key());
    }

    @ParameterizedTest
    @ValueSource(strings = {"12", "+", "abc", "+57 1", "", "+999 123 4567", "120363418770915618@g.us"})
    void whatIsNoPhoneNumberIsNone(String written) {
        assertThat(Identities.phone(written, "CO")).isEmpty();
    }

    @Test
    void anEmailAddressIsComparedWithoutCaseAndKeptAsWritten() {
        assertThat(Identities.email(" Ana.Ruiz@Example.COM "))
                .contains(new Identity("email", "", "ana.ruiz@example.com", "Ana.Ruiz@Example.COM"));
        assertThat(Identities.email("info@bücher.example").map(Identity::value)).contains("info@xn--bcher-kva.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ana",
                "ana@",
                "@example.com",
                "ana@example",
                "a b@example.com",
                "ana@exa mple.com",
                "ana@example..com",
                "Ana <ana@example.com>",
                "a@b@example.com"
            })
    void whatIsNoEmailAddressIsNone(String written) {
        assertThat(Identities.email(written)).isEmpty();
    }

    @Test
    void somebodyOnWhatsappWithANumberIsAlsoThatNumber() {
        assertThat(Identities.seen("whatsapp", "", "573105557788", "573105557788", "+573105557788", null))
                .containsExactly(
                        new Identity("whatsapp", "", "+573105557788", "573105557788"),
                        new Identity("phone", "", "+573105557788", "+573105557788"));
    }

    @Test
    void theOldFormThatWhatsappKeepsIsTheSamePersonAsTheNewOne() {
        List<Identity> seen = Identities.seen("whatsapp", "", "554188776655", "554188776655", "+554188776655", null);
        assertThat(seen).extracting(Identity::value).containsExactly("+5541988776655", "+5541988776655");
        assertThat(seen).extracting(Identity::address).startsWith("554188776655");
    }

    @Test
    void somebodyWithoutANumberIsTheirUserId() {
        assertThat(Identities.seen("whatsapp", "", "CO.1029384756", "CO.1029384756", null, "CO.1029384756"))
                .containsExactly(new Identity("whatsapp", "", "CO.1029384756", "CO.1029384756"));
    }

    @Test
    void theUserIdIsASurerSignOfThePersonThanTheNumber() {
        assertThat(Identities.seen("whatsapp", "", "573105557788", "573105557788", "+573105557788", "CO.1029384756"))
                .extracting(Identity::value)
                .containsExactly("+573105557788", "CO.1029384756", "+573105557788");
    }

    @Test
    void whatCannotBeKeptIsNotSeen() {
        assertThat(Identities.seen("Whats App", "", "1", "1", null, null)).isEmpty();
        assertThat(Identities.seen("telegram", "", " ", "", null, null)).isEmpty();
        assertThat(Identities.seen("telegram", "", "x".repeat(321), "", null, null))
                .isEmpty();
    }

    @Test
    void aWhatsappNumberThatAPersonWritesIsTheOneThatMessagesComeFrom() {
        assertThat(Identities.onChannel("whatsapp", "", "+57 310 555 7788", null))
                .contains(Identities.seen("whatsapp", "", "573105557788", "573105557788", null, null)
                        .getFirst());
    }
}
