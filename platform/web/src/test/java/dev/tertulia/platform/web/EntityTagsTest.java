package dev.tertulia.platform.web;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagsTest {
    private static final long VERSION = 7;

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "*", " * ", "\"7\"", "\"6\", \"7\"", " \"7\" ,\"8\"", "W/\"1\",\"7\""})
    void whoSawTheCurrentVersionMayGoOn(String ifMatch) {
        assertThatCode(() -> EntityTags.requireMatch(ifMatch, VERSION)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"6\"", "W/\"7\"", "\"77\"", "\"\"", "\"6\",\"8\"", "\"a,7\""})
    void whoSawAnotherIsTold(String ifMatch) {
        isProblem(CommonProblem.STALE_VERSION, ifMatch);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "\"7", "7\"", "\"7\" \"8\"", "w/\"7\"", "\"7\", *", "\"6\",,x", "\"7\";"})
    void whatIsNoTagIsRefused(String ifMatch) {
        isProblem(CommonProblem.INVALID_PARAMETER, ifMatch);
    }

    @Test
    void aTagIsStrong() {
        Assertions.assertThat(EntityTags.of(VERSION).isWeak()).isFalse();
        Assertions.assertThat(EntityTags.of(VERSION).getValue()).isEqualTo("7");
    }

    private static void isProblem(ProblemType type, String ifMatch) {
        assertThatThrownBy(() -> EntityTags.requireMatch(ifMatch, VERSION))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> Assertions.assertThat(problem.problemType()).isEqualTo(type));
    }
}
