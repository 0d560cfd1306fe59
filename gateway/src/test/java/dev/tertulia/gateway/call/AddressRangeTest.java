package dev.tertulia.gateway.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.255.1.2, true",
        "10.0.0.0/8, 11.0.0.1, false",
        "10.1.2.3, 10.1.2.3, true",
        "10.1.2.3, 10.1.2.4, false",
        "172.16.0.0/12, 172.31.255.255, true",
        "172.16.0.0/12, 172.32.0.0, false",
        "0.0.0.0/0, 8.8.8.8, true",
        "0.0.0.0/0, ::1, false",
        "10.0.0.0/8, ::ffff:10.1.1.1, true",
        "fd00::/8, fd12::1, true",
        "fd00::/8, fe80::1, false",
        "2001:db8::/33, 2001:db8:8000::1, false",
        "10.0.0.0/8, gateway.example, false",
        "10.0.0.0/8, '', false"
    })
    void knowsWhatIsOfIt(String range, String address, boolean within) {
        assertThat(AddressRange.parse(range).contains(address)).isEqualTo(within);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "somewhere", "10.0.0.0/33", "10.0.0.0/-1", "::/129", "10.0.0.0/x"})
    void refusesWhatIsNoNetwork(String text) {
        assertThatThrownBy(() -> AddressRange.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anIpv6LineIsCountedAsOne() {
        assertThat(new Client("2001:db8:1:2:3:4:5:6", "http", null, false).network())
                .isEqualTo(new Client("2001:db8:1:2:ffff::1", "http", null, false).network())
                .isNotEqualTo(new Client("2001:db8:1:3::1", "http", null, false).network());
        assertThat(new Client("192.0.2.7", "http", null, false).network()).isEqualTo("192.0.2.7");
    }
}
