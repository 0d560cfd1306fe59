package dev.tertulia.contact.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTermsTest {
    @Test
    void eachWordMustBeFound() {
        assertThat(SearchTerms.of("  ana   ruiz\u00a0pérez ").patterns()).containsExactly("%ana%", "%ruiz%", "%pérez%");
    }

    @Test
    void nothingTypedFindsEverybody() {
        assertThat(SearchTerms.of("  ").patterns()).isEmpty();
    }

    @Test
    void oneOrTwoLettersAreTheBeginningOfAWord() {
        assertThat(SearchTerms.of("an").patterns()).containsExactly("% an%");
    }

    @Test
    void whereNoBlanksAreWrittenFewLettersAreFoundInside() {
        assertThat(SearchTerms.of("伟国").patterns()).containsExactly("%伟国%");
    }

    @Test
    void theSignsOfPatternsAreOnlySigns() {
        assertThat(SearchTerms.of("100%_\\").patterns()).containsExactly("%100\\%\\_\\\\%");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+57 310 555 7788",
                "573105557788",
                "310-555-7788",
                "(310) 555.7788",
                "0310 555 7788",
                "00 57 310 555 77 88",
                "\u202a+57 310 5557788\u202c",
                "٣١٠ ٥٥٥ ٧٧٨٨",
                "whatsapp:+573105557788"
            })
    void aPhoneNumberIsFoundInAnyForm(String typed) {
        assertThat(SearchTerms.of(typed).patterns()).containsExactly("%05557788%");
    }

    @ParameterizedTest
    @CsvSource({"5557788,%5557788%", "55577,%55577%", "055577,%55577%"})
    void aPartOfAPhoneNumberIsFoundToo(String typed, String pattern) {
        assertThat(SearchTerms.of(typed).patterns()).containsExactly(pattern);
    }

    @Test
    void fewDigitsAreAWord() {
        assertThat(SearchTerms.of("2024").patterns()).containsExactly("%2024%");
    }

    @Test
    void onlyTheFirstWordsCount() {
        assertThat(SearchTerms.of("aaa bbb ccc ddd eee fff ggg hhh iii jjj").patterns())
                .hasSize(8);
    }
}
