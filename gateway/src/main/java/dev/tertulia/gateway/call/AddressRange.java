package dev.tertulia.gateway.call;

import io.netty.util.NetUtil;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A network such as {@code 10.0.0.0/8} or {@code fd00::/8}; a single address is one as well. */
public final class AddressRange {
    private final byte[] network;
    private final int prefixBits;

    private AddressRange(byte[] network, int prefixBits) {
        this.network = network;
        this.prefixBits = prefixBits;
    }

    /** Fails with {@link IllegalArgumentException} on what is no network. */
    public static AddressRange parse(String text) {
        int slash = text.indexOf('/');
        byte[] network = bytes(slash < 0 ? text : text.substring(0, slash));
        if (network == null) {
            throw new IllegalArgumentException("No network: " + text);
        }
        int bits = slash < 0 ? network.length * 8 : Integer.parseInt(text.substring(slash + 1));
        if (bits < 0 || bits > network.length * 8) {
            throw new IllegalArgumentException("No network: " + text);
        }
        return new AddressRange(network, bits);
    }

    /** Whether an address is of this network; what is no address is of none. */
    public boolean contains(String address) {
        byte[] candidate = bytes(address);
        return candidate != null
                && candidate.length == network.length
                && Arrays.equals(masked(candidate, prefixBits), masked(network, prefixBits));
    }

    /**
     * The bytes of an address without asking any name server; an IPv4 address written as IPv6 is an IPv4 one. Null for
     * what is no address.
     */
    static byte @Nullable [] bytes(String address) {
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(address);
        return bytes != null && bytes.length == 16 && isMapped(bytes) ? Arrays.copyOfRange(bytes, 12, 16) : bytes;
    }

    static byte[] masked(byte[] address, int prefixBits) {
        byte[] masked = new byte[address.length];
        int whole = prefixBits / 8;
        System.arraycopy(address, 0, masked, 0, whole);
        if (prefixBits % 8 != 0) {
            masked[whole] = (byte) (address[whole] & 0xFF << 8 - prefixBits % 8);
        }
        return masked;
    }

    private static boolean isMapped(byte[] bytes) {
        for (int i = 0; i < 10; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return bytes[10] == -1 && bytes[11] == -1;
    }
}
