package dev.tertulia.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SortTest {
    private static final Sort SORT =
            Sort.by("things:all", Instant.class, Long.class, Double.class, String.class, UUID.class);
    private static final UUID ID = UUID.fromString("0198c0de-0000-7000-8000-000000000001");

    @Test
    void aCursorComesBackAsItWent() {
        Instant time = Instant.parse("2026-01-31T09:30:00.123456789Z");
        Cursor cursor = SORT.parse(SORT.cursor(time, Long.MIN_VALUE, 0.25, "ñandú \" \\ 🙂", ID));
        assertThat(cursor.instant(0)).isEqualTo(Instant.parse("2026-01-31T09:30:00.123456Z"));
        assertThat(cursor.number(1)).isEqualTo(Long.MIN_VALUE);
        assertThat(cursor.decimal(2)).isEqualTo(0.25);
        assertThat(cursor.text(3)).isEqualTo("ñandú \" \\ 🙂");
        assertThat(cursor.uuid(4)).isEqualTo(ID);
    }

    @Test
    void timesBefore1970StayInOrder() {
        Sort sort = Sort.by("t", Instant.class);
        Instant time = Instant.parse("1969-12-31T23:59:59.999999Z");
        assertThat(sort.parse(sort.cursor(time)).instant(0)).isEqualTo(time);
    }

    @Test
    void columnsCanBeNull() {
        Sort sort = Sort.by("t", Instant.class, UUID.class);
        Cursor cursor = sort.parse(sort.cursor(null, ID));
        assertThat(cursor.nullable(Instant.class, 0)).isNull();
        assertThat(cursor.uuid(1)).isEqualTo(ID);
        assertThatThrownBy(() -> cursor.instant(0)).isInstanceOf(ProblemException.class);
    }

    @Test
    void aCursorIsSafeInAUrl() {
        assertThat(SORT.cursor(Instant.now(), 1L, 1.0, "???>>>", ID)).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void aCursorOfAnotherListIsRefused() {
        Sort other = Sort.by("things:others", Instant.class, Long.class, Double.class, String.class, UUID.class);
        String cursor = other.cursor(Instant.now(), 1L, 1.0, "a", ID);
        assertThatThrownBy(() -> SORT.parse(cursor))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.problemType()).isEqualTo(CommonProblem.INVALID_CURSOR));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[\"t\"]",
                "[\"t\",1]",
                "[\"t\",1,\"%1$s\",1]",
                "[\"t\",\"1\",\"%1$s\"]",
                "[\"t\",1.5,\"%1$s\"]",
                "[\"t\",99999999999999999999,\"%1$s\"]",
                "[\"t\",9223372036854775807,\"%1$s\"]",
                "[\"t\",1,\"nobody\"]",
                "[\"t\",1,[]]",
                "[\"t\",1,\"%1$s\"",
                "[\"t\",1,\"%1$s\"]]",
                "[\"t\",1",
                "[",
                "{}",
                "",
                "\"t\"",
                "null"
            })
    void whatWasMadeUpIsRefused(String json) {
        Sort sort = Sort.by("t", Instant.class, UUID.class);
        String cursor = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(json.formatted(ID).getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> sort.parse(cursor)).isInstanceOf(ProblemException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%%%", "====", "a", "ä", " "})
    void whatIsNotBase64IsRefused(String cursor) {
        assertThatThrownBy(() -> SORT.parse(cursor)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> SORT.parse("A".repeat(100_000))).isInstanceOf(ProblemException.class);
    }

    @Test
    void aCursorThatEndsTooEarlyIsRefused() {
        Sort sort = Sort.by("t", Double.class);
        assertThatThrownBy(() -> sort.parse("WyJ0Ig")).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> sort.parse("WyJ0IiwxZTk5OV0")).isInstanceOf(ProblemException.class);
    }

    @Test
    void textThatTheDatabaseCannotHoldIsRefused() {
        Sort sort = Sort.by("t", String.class);
        String cursor = sort.cursor("a\0b");
        assertThatThrownBy(() -> sort.parse(cursor)).isInstanceOf(ProblemException.class);
    }

    @Test
    void mistakesInTheCodeShowAtOnce() {
        assertThatThrownBy(() -> Sort.by("t")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Sort.by("t", Object.class)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SORT.cursor(ID)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Sort.by("t", Long.class).cursor("text")).isInstanceOf(ClassCastException.class);
    }

    @Test
    void aPageEndsWithTheCursorOfItsLastRowOnlyIfMoreFollows() {
        Sort sort = Sort.by("numbers", Long.class);
        PageRequest two = new PageRequest(2, null);
        assertThat(two.fetchSize()).isEqualTo(3);
        Page<Long> more = Page.of(List.of(1L, 2L, 3L), two, sort::cursor);
        assertThat(more.items()).containsExactly(1L, 2L);
        assertThat(new PageRequest(2, more.nextCursor())
                        .after(sort)
                        .orElseThrow()
                        .number(0))
                .isEqualTo(2);
        assertThat(Page.of(List.of(1L, 2L), two, sort::cursor).nextCursor()).isNull();
        assertThat(Page.of(List.<Long>of(), two, sort::cursor).items()).isEmpty();
        assertThat(more.map(String::valueOf)).isEqualTo(new Page<>(List.of("1", "2"), more.nextCursor()));
    }

    @Test
    void limitsAreHeld() {
        assertThat(new PageRequest().limit()).isEqualTo(50);
        assertThat(new PageRequest(200, null).limit()).isEqualTo(200);
        for (int limit : new int[] {0, -1, 201, Integer.MAX_VALUE}) {
            assertThatThrownBy(() -> new PageRequest(limit, null).limit()).isInstanceOf(ProblemException.class);
        }
    }
}
