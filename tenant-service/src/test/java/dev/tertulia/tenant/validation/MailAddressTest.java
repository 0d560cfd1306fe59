package dev.tertulia.tenant.validation;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {
    private record Writing(@MailAddress String to) {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ana@panaderialuna.example",
                "Ana.Luna+alta@mail.panaderialuna.example",
                "o'brien@example.test",
                "ana@panadería.example"
            })
    void anAddressThatCanBeWrittenTo(String address) {
        assertThat(isValid(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ana",
                "ana@localhost",
                "@example.test",
                "ana@example..test",
                "ana@-example.test",
                "ana@example.test\r\nBcc: eve@example.test",
                "ana@example.test, eve@example.test",
                "Ana <ana@example.test>",
                "\"ana luna\"@example.test",
                "ana(eve)@example.test",
                "ana\u0000@example.test",
                "añá@example.test",
                "a..b@example.test"
            })
    void whatIsNoneOrMoreThanOne(String address) {
        assertThat(isValid(address)).isFalse();
    }

    private static boolean isValid(String address) {
        try (ValidatorFactory factory = Validation.buildDefaultValidatorFactory()) {
            Validator validator = factory.getValidator();
            return validator.validate(new Writing(address)).isEmpty();
        }
    }
}
