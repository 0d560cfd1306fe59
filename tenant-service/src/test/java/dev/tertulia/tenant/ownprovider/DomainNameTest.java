package dev.tertulia.tenant.ownprovider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DomainNameTest {

    @ParameterizedTest
    @CsvSource({
        "panaderialuna.example, panaderialuna.example",
        " PanaderiaLuna.Example. , panaderialuna.example",
        "panadería.example, xn--panadera-i2a.example",
        "mail.luna.co.uk, mail.luna.co.uk",
        "xn--panadera-i2a.example, xn--panadera-i2a.example"
    })
    void aDomainIsAsDnsHasIt(String written, String domain) throws DomainName.Refused {
        assertThat(DomainName.ofOneOwner(written).value()).isEqualTo(domain);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gmail.com",
                "GMAIL.com",
                "mail.gmail.com",
                "outlook.es",
                "co.uk",
                "com",
                "com.co",
                "github.io",
                "localhost",
                "10.0.0.1",
                "ana@luna.example",
                "luna..example",
                "-luna.example",
                "luna_1.example",
                "",
                "."
            })
    void whatIsNobodysAloneIsRefused(String written) {
        assertThatExceptionOfType(DomainName.Refused.class).isThrownBy(() -> DomainName.ofOneOwner(written));
    }

    @Test
    void anAddressHasTheDomainBehindItsLastAt() {
        assertThat(DomainName.ofAddress("ana@Luna.example")).isEqualTo("luna.example");
        assertThat(DomainName.ofAddress("\"a@b\"@luna.example")).isEqualTo("luna.example");
        assertThat(DomainName.ofAddress("ana@panadería.example")).isEqualTo("xn--panadera-i2a.example");
        assertThat(DomainName.ofAddress("ana")).isNull();
        assertThat(DomainName.ofAddress("ana@")).isNull();
        assertThat(DomainName.ofAddress(null)).isNull();
    }
}
