package dev.tertulia.tenant.signup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NetworkTest {

    @Test
    void anIpv4AddressIsCountedByItself() {
        assertThat(Network.of("203.0.113.7")).isEqualTo(Network.of(" 203.0.113.7"));
        assertThat(Network.of("203.0.113.7")).isNotEqualTo(Network.of("203.0.113.8"));
    }

    @Test
    void aLineIsCountedAsOneHoweverManyIpv6AddressesItHas() {
        assertThat(Network.of("2001:db8:1:2:3:4:5:6")).isEqualTo(Network.of("2001:db8:1:2::1"));
        assertThat(Network.of("2001:db8:1:2::1")).isNotEqualTo(Network.of("2001:db8:1:3::1"));
    }

    @Test
    void whatIsNoAddressIsCountedTogether() {
        assertThat(Network.of(null)).isEqualTo(Network.of("somewhere"));
    }
}
