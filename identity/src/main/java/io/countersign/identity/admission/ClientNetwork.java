package io.countersign.identity.admission;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * What one client can take addresses from: an IPv4 address, or the 64 bits of an IPv6 network (RFC
 * 6177 gives every site one at least). Every limit by address counts by this.
 *
 * @param name the same for all addresses of one network
 */
public record ClientNetwork(String name) {

    // Nothing else: Java would ask a name server for it.
    private static final Pattern LITERAL = Pattern.compile("[0-9A-Fa-f.:]+(%.*)?");
    private static final int NETWORK_BYTES = 8;

    /**
     * Reads an address as the server tells it. An IPv4 address within IPv6 (RFC 4291, 2.5.5.2) is
     * that IPv4 address.
     */
    public static ClientNetwork of(String address) {
        if (!LITERAL.matcher(address).matches()) {
            return new ClientNetwork(address);
        }
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return new ClientNetwork(
                    bytes.length > 4
                            ? HexFormat.ofDelimiter(":")
                                    .formatHex(Arrays.copyOf(bytes, NETWORK_BYTES))
                            : InetAddress.getByAddress(bytes).getHostAddress());
        } catch (UnknownHostException _) {
            return new ClientNetwork(address);
        }
    }
}
