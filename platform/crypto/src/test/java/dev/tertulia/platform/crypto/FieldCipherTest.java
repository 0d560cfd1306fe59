package dev.tertulia.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldCipherTest {
    private static final String SECRET = "EAAG…ñ 🙂 an access token";

    private final MasterKeys keys = MasterKeys.create();
    private final FieldCipher cipher = new FieldCipher(keys);
    private final String place = FieldCipher.place(UUID.randomUUID(), "channel", "secrets", UUID.randomUUID());

    @ParameterizedTest
    @ValueSource(strings = {"", "a", SECRET})
    void whatWasClosedOpensAgain(String plaintext) {
        assertThat(cipher.decrypt(cipher.encrypt(plaintext, place), place)).isEqualTo(plaintext);
    }

    @Test
    void aValueSaysItsKeyAndNothingElse() {
        String value = cipher.encrypt(SECRET, place);
        assertThat(value).matches("k1\\.[A-Za-z0-9_-]+").doesNotContain("EAAG");
        assertThat(FieldCipher.version(value)).isEqualTo(1);
    }

    @Test
    void theSameTextNeverLooksTheSame() {
        Set<String> values = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            values.add(cipher.encrypt(SECRET, place));
        }
        assertThat(values).hasSize(100);
    }

    @Test
    void aValueOpensInItsOwnPlaceOnly() {
        String value = cipher.encrypt(SECRET, place);
        String elsewhere = FieldCipher.place(UUID.randomUUID(), "channel", "secrets", UUID.randomUUID());
        assertThatThrownBy(() -> cipher.decrypt(value, elsewhere))
                .isInstanceOf(CryptoException.class)
                .hasMessageNotContaining(SECRET);
    }

    @Test
    void partsOfAPlaceAreNotTakenForOneAnother() {
        assertThat(FieldCipher.place("a", "bc")).isNotEqualTo(FieldCipher.place("ab", "c"));
        assertThat(FieldCipher.place("a/1:b")).isNotEqualTo(FieldCipher.place("a", "b"));
    }

    @Test
    void everyChangedCharacterIsNoticed() {
        String value = cipher.encrypt("short", place);
        for (int i = value.indexOf('.') + 1; i < value.length() - 1; i++) {
            char other = value.charAt(i) == 'A' ? 'B' : 'A';
            String changed = value.substring(0, i) + other + value.substring(i + 1);
            assertThatThrownBy(() -> cipher.decrypt(changed, place)).isInstanceOf(CryptoException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "plain text", "k1", "k1.", "k0.AAAA", "k1.A+/=", "k1.AAAA", "k99999999999.AAAA", "K1.AAAA"})
    void whatIsNoValueFailsClearly(String value) {
        assertThatThrownBy(() -> cipher.decrypt(value, place)).isInstanceOf(CryptoException.class);
    }

    @Test
    void anotherInstallationsKeyDoesNotOpenIt() {
        String value = new FieldCipher(MasterKeys.create()).encrypt(SECRET, place);
        assertThatThrownBy(() -> cipher.decrypt(value, place)).isInstanceOf(CryptoException.class);
    }

    @Test
    void aValueThatNamesAnotherKeyThanItsOwnDoesNotOpen() {
        FieldCipher rotated = new FieldCipher(keys.withNewKey().withNewestAsPrimary());
        String value = rotated.encrypt(SECRET, place);
        assertThatThrownBy(() -> rotated.decrypt("k1" + value.substring(2), place))
                .isInstanceOf(CryptoException.class);
    }

    @Test
    void afterARotationOldValuesOpenAndAreEncryptedAnew() {
        String old = cipher.encrypt(SECRET, place);
        MasterKeys distributed = keys.withNewKey();
        FieldCipher prepared = new FieldCipher(distributed);
        assertThat(prepared.encrypt(SECRET, place)).startsWith("k1.");
        assertThat(prepared.isOldVersion(old)).isFalse();

        FieldCipher rotated = new FieldCipher(distributed.withNewestAsPrimary());
        assertThat(rotated.decrypt(old, place)).isEqualTo(SECRET);
        assertThat(rotated.isOldVersion(old)).isTrue();
        String renewed = rotated.reencrypt(old, place).orElseThrow();
        assertThat(renewed).startsWith("k2.");
        assertThat(rotated.reencrypt(renewed, place)).isEmpty();
        // A replica that has the key but does not use it yet reads what others write.
        assertThat(prepared.decrypt(renewed, place)).isEqualTo(SECRET);

        FieldCipher retired = new FieldCipher(distributed.withNewestAsPrimary().without(1));
        assertThat(retired.decrypt(renewed, place)).isEqualTo(SECRET);
        assertThatThrownBy(() -> retired.decrypt(old, place))
                .isInstanceOfSatisfying(
                        UnknownKeyException.class,
                        unknown -> assertThat(unknown.version()).isEqualTo(1));
    }
}
