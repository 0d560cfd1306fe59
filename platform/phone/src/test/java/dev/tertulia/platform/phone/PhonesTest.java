package dev.tertulia.platform.phone;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhonesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "+34 699 10 20 30            |    | +34699102030   | ES",
                "699 102 030                 | ES | +34699102030   | ES",
                "0034 699 102 030            | FR | +34699102030   | ES",
                "(311) 555-2040              | co | +573115552040  | CO",
                "57 311 555 2040             | CO | +573115552040  | CO",
                "573115552040                |    | +573115552040  | CO",
                "57-311-555-2040             |    | +573115552040  | CO",
                "+44 (0)20 7946 0018         |    | +442079460018  | GB",
                "tel:+1-212-555-0123;ext=9   |    | +12125550123   | US",
                "1-800-PLUMBER               | US | +18007586237   | US",
                "whatsapp:+14155550132       |    | +14155550132   | US",
                "whatsapp:573115552040       | ES | +573115552040  | CO",
                "WhatsApp: 573115552040      | ES | +573115552040  | CO",
                "sms:+34699102030            |    | +34699102030   | ES",
                "573115552040@s.whatsapp.net |    | +573115552040  | CO",
                "573115552040:7@c.us         | ES | +573115552040  | CO",
                "'+34699102030               |    | +34699102030   | ES",
                "+800 2233 4455              |    | +80022334455   | 001"
            })
    void whatPeopleAndProvidersWriteIsRead(String raw, @Nullable String region, String e164, String found) {
        assertThat(Phones.parse(raw, region)).isEqualTo(new PhoneNumber(e164, e164, found, true));
    }

    @Test
    void blanksMarksAndDigitsOfOtherScriptsAreRead() {
        String e164 = "+573115552040";
        String[] written = {
            "+57\u00a0311\u202f555\u20112040",
            "\u202a+573115552040\u202c",
            "\u2068+57\u200b3115552040\u2069",
            "\uff0b\uff15\uff17\uff13\uff11\uff11\uff15\uff15\uff15\uff12\uff10\uff14\uff10",
            "+\u0665\u0667 \u0663\u0661\u0661 \u0665\u0665\u0665 \u0662\u0660\u0664\u0660",
            "\u0665\u0667\u0663\u0661\u0661\u0665\u0665\u0665\u0662\u0660\u0664\u0660",
            "+57\u2013311\u2013555\u20132040",
            "\t+57 311 555 2040\n"
        };
        for (String raw : written) {
            assertThat(Phones.parse(raw, null).e164()).as(raw).isEqualTo(e164);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // Brazil: the ninth digit of mobiles, and none for landlines.
                "+55 21 98765-4321       |    | +5521987654321",
                "+55 21 8765-4321        |    | +5521987654321",
                "552187654321            |    | +5521987654321",
                "(21) 8765-4321          | BR | +5521987654321",
                "021 8765-4321           | BR | +5521987654321",
                "0 15 21 8765-4321       | BR | +5521987654321",
                "+55 (0)21 8765-4321     |    | +5521987654321",
                "+55 21 2765-4321        |    | +552127654321",
                // Mexico: the 1 behind the country code, and the prefixes of old.
                "+52 33 1234 5678        |    | +523312345678",
                "+52 1 33 1234 5678      |    | +523312345678",
                "5213312345678           | CO | ",
                "5213312345678           |    | +523312345678",
                "5213312345678           | MX | +523312345678",
                "044 33 1234 5678        | MX | +523312345678",
                "045 33 1234 5678        | MX | +523312345678",
                "01 33 1234 5678         | MX | +523312345678",
                "1 33 1234 5678          | MX | +523312345678",
                // Argentina: the 9 from abroad, the 15 within, and both at once.
                "+54 9 351 612-3456      |    | +5493516123456",
                "0351 15-612-3456        | AR | +5493516123456",
                "+54 351 15 612-3456     |    | +5493516123456",
                "+54 9 351 15 612-3456   |    | +5493516123456",
                "9 351 612-3456          | AR | +5493516123456"
            })
    void oldFormsBecomeTodays(String raw, @Nullable String region, @Nullable String e164) {
        assertThat(Phones.parse(raw, region).e164()).isEqualTo(e164);
    }

    @ParameterizedTest
    @CsvSource({
        "552187654321, +55 21 98765-4321",
        "5521987654321, +55 21 8765-4321",
        "5213312345678, +52 33 1234 5678",
        "523312345678, +52 1 33 1234 5678",
        "5493516123456, +54 351 612-3456",
        "5493516123456, +54 9 351 612-3456",
        "5493516123456, +54 351 15 612-3456",
        "543516123456, +54 9 351 612-3456",
        "573115552040, whatsapp:+573115552040",
        "whatsapp:+5213312345678, 523312345678"
    })
    void aWhatsAppIdMeetsTheWrittenNumberOfItsOwner(String waId, String written) {
        assertThat(Phones.canonicalWhatsApp(waId))
                .hasValue(Phones.parse(written, null).canonical());
    }

    @ParameterizedTest
    @CsvSource({
        "573115552040, +573115552041",
        "552127654321, +55 21 92765-4321",
        "12125550123, 2125550123",
        "528112345678, +52 33 1234 5678"
    })
    void aWhatsAppIdMeetsNobodyElse(String waId, String written) {
        assertThat(Phones.canonicalWhatsApp(waId).orElseThrow())
                .isNotEqualTo(Phones.parse(written, null).canonical());
    }

    @Test
    void aLandlineKeepsItsNumberAndMeetsItsMobileWriting() {
        PhoneNumber landline = Phones.parse("+54 11 4321-5678", null);
        assertThat(landline.e164()).isEqualTo("+541143215678");
        assertThat(landline.canonical()).isEqualTo("+5491143215678");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                " ",
                "+",
                "abc",
                "12",
                "112",
                "85420",
                "+57 311 555 20",
                "+57 311 555 20400",
                "+999 123456789",
                "+0573115552040",
                "5.73115E+11",
                "573115552040.0",
                "3115552040 / 3125552040",
                "CO.573115552040",
                "US.13491208655302741918",
                "13491208655302741918",
                "120363041234567890@g.us",
                "120363041234567890",
                "573115552040-1500000000@g.us",
                "184723049182734@lid",
                "status@broadcast",
                "ana@example.org",
                "573115552040@example.org"
            })
    void whatIsNoPhoneNumberIsNone(@Nullable String raw) {
        PhoneNumber none = Phones.parse(raw, "CO");
        assertThat(none.valid()).isFalse();
        assertThat(none.e164()).isNull();
        assertThat(none.canonical()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "+",
                "whatsapp:",
                "123",
                "0573115552040",
                "1234567890123456",
                "CO.573115552040",
                "57 311 555 2040",
                "120363041234567890@g.us",
                "573115552040@s.whatsapp.net",
                "5731155520x0"
            })
    void whatIsNoWhatsAppIdOfAPersonHasNoCanonicalValue(String waId) {
        assertThat(Phones.canonicalWhatsApp(waId)).isEmpty();
    }

    @Test
    void somethingEndlessIsNotLookedAt() {
        assertThat(Phones.parse("+57 311 555 2040 ".repeat(10_000), null).valid())
                .isFalse();
    }

    @Test
    void anUnknownRegionIsAsGoodAsNone() {
        assertThat(Phones.parse("+573115552040", "XX").valid()).isTrue();
        assertThat(Phones.parse("3115552040", "XX").valid()).isFalse();
        assertThat(Phones.parse("3115552040", "").valid()).isFalse();
    }
}
