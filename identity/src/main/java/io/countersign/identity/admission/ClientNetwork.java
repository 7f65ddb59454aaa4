package io.countersign.identity.admission;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The network that one client can choose its addresses from: an IPv4 address, or an IPv6 network of
 * 64 bits (RFC 6177 gives every site at least one). Every limit by address counts by this.
 *
 * @param name the same for all addresses of one network
 */
public record ClientNetwork(String name) {

    // Only literals: Java would ask a name server for anything else.
    private static final Pattern LITERAL = Pattern.compile("[0-9A-Fa-f.:]+(%.*)?");
    private static final int NETWORK_BYTES = 8;

    /**
     * Reads an address as the server gives it. An IPv4 address within IPv6 (RFC 4291, 2.5.5.2)
     * counts as that IPv4 address.
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
