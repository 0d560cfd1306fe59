package dev.tertulia.gateway.call;

import io.netty.util.NetUtil;
import org.jspecify.annotations.Nullable;

/**
 * Who opened the connection, past the proxies we trust, and how they wrote our address.
 *
 * @param address an IP address; what the operating system reports where it is none
 * @param scheme http or https, as the client sees it
 * @param authority host and port, as the client wrote them
 * @param proxied whether anyone between says to have passed the request on, trusted or not
 */
public record Client(
        String address, String scheme, @Nullable String authority, boolean proxied) {

    /**
     * By what the client is counted: an IPv4 address, or an IPv6 network of 64 bits, of which one line has all the
     * addresses.
     */
    public String network() {
        byte[] bytes = AddressRange.bytes(address);
        return bytes == null || bytes.length == 4 ? address : NetUtil.bytesToIpAddress(AddressRange.masked(bytes, 64));
    }
}
