package dev.tertulia.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TokensTest {
    @Test
    void tokensAreWellFormedAndNeverTheSame() {
        Set<String> tokens = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            String token = RandomTokens.create("tk");
            assertThat(token).matches("tk_[0-9A-Za-z]{38}");
            assertThat(RandomTokens.isWellFormed("tk", token)).isTrue();
            tokens.add(token);
        }
        assertThat(tokens).hasSize(1_000);
    }

    @Test
    void aMistypedTokenIsNoticed() {
        String token = RandomTokens.create("tk");
        for (int i = 0; i < token.length(); i++) {
            char other = token.charAt(i) == 'x' ? 'y' : 'x';
            assertThat(RandomTokens.isWellFormed("tk", token.substring(0, i) + other + token.substring(i + 1)))
                    .isFalse();
        }
        assertThat(RandomTokens.isWellFormed("tk", token + "0")).isFalse();
        assertThat(RandomTokens.isWellFormed("inv", token)).isFalse();
        assertThat(RandomTokens.isWellFormed("tk", "")).isFalse();
    }

    @Test
    void theVisiblePartIsItsBeginning() {
        String token = RandomTokens.create("tk");
        assertThat(RandomTokens.visiblePart(token)).hasSize(11).isEqualTo(token.substring(0, 11));
        assertThat(RandomTokens.visiblePart("tk_ab")).isEqualTo("tk_ab");
        assertThat(RandomTokens.visiblePart("")).isEmpty();
    }

    @Test
    void aHashIsSha256() {
        assertThat(TokenHash.of("abc")).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(TokenHash.matches("abc", TokenHash.of("abc"))).isTrue();
        assertThat(TokenHash.matches("abd", TokenHash.of("abc"))).isFalse();
    }

    @Test
    void secretsAreEqualOnlyWhole() {
        assertThat(Secrets.constantTimeEquals("ñandú", "ñandú")).isTrue();
        assertThat(Secrets.constantTimeEquals("ñandú", "nandu")).isFalse();
        assertThat(Secrets.constantTimeEquals("secret", "secre")).isFalse();
        assertThat(Secrets.constantTimeEquals("secret", "")).isFalse();
    }
}
