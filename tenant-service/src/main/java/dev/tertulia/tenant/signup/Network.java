package dev.tertulia.tenant.signup;

import io.netty.util.NetUtil;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** By what a caller is counted: an IPv4 address, or an IPv6 network of 64 bits, of which one line has all the addresses. */
record Network(String value) {
    private static final int BYTES_OF_IPV4 = 4;
    private static final int BYTES_OF_IPV6_NETWORK = 8;

    /** @param forwardedFor as the gateway says it; without it all are counted as one */
    static Network of(@Nullable String forwardedFor) {
        byte[] address = forwardedFor == null ? null : NetUtil.createByteArrayFromIpAddressString(forwardedFor.strip());
        if (address == null) {
            return new Network("unknown");
        }
        return new Network(
                address.length == BYTES_OF_IPV4
                        ? NetUtil.bytesToIpAddress(address)
                        : NetUtil.bytesToIpAddress(
                                Arrays.copyOf(Arrays.copyOf(address, BYTES_OF_IPV6_NETWORK), address.length)));
    }
}
