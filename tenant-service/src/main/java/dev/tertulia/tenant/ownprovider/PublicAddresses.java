package dev.tertulia.tenant.ownprovider;

import java.net.InetAddress;
import java.util.HexFormat;
import java.util.List;

/**
 * Which addresses are out in the world: not those of this machine, of its network, or set aside (IANA's special-purpose
 * registries). What a stranger names is asked only there.
 */
final class PublicAddresses {
    private static final List<Block> SET_ASIDE = List.of(
            // IPv4: this network, private, shared, loopback, link-local, protocols, documentation, relays, tests,
            // multicast
            // and what is reserved.
            new Block("00000000", 8),
            new Block("0a000000", 8),
            new Block("64400000", 10),
            new Block("7f000000", 8),
            new Block("a9fe0000", 16),
            new Block("ac100000", 12),
            new Block("c0000000", 24),
            new Block("c0000200", 24),
            new Block("c0586300", 24),
            new Block("c0a80000", 16),
            new Block("c6120000", 15),
            new Block("c6336400", 24),
            new Block("cb007100", 24),
            new Block("e0000000", 3),
            // IPv6: all but what is given out to the world, and of that what carries an IPv4 address, or is set aside.
            new Block("00000000000000000000000000000000", 3),
            new Block("40000000000000000000000000000000", 2),
            new Block("80000000000000000000000000000000", 1),
            new Block("20010000000000000000000000000000", 23),
            new Block("20010db8000000000000000000000000", 32),
            new Block("20020000000000000000000000000000", 16),
            new Block("3fff0000000000000000000000000000", 20));

    private PublicAddresses() {}

    /**
     * Addresses that begin alike.
     *
     * @param bits how many of its bits they share
     */
    private record Block(String start, int bits) {
        boolean holds(byte[] address) {
            byte[] begin = HexFormat.of().parseHex(start);
            if (begin.length != address.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> bit % 8;
                if ((begin[bit / 8] & mask) != (address[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    static boolean contain(InetAddress address) {
        // One of IPv4 that is written as one of IPv6 is an Inet4Address already, or lies in ::/3.
        byte[] bytes = address.getAddress();
        return SET_ASIDE.stream().noneMatch(block -> block.holds(bytes));
    }
}
