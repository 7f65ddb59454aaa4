package io.countersign.identity.geolocation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Writes files in MaxMind's format, version 2, that know one network of IPv4 only.
 *
 * @see <a href="https://maxmind.github.io/MaxMind-DB/">the format</a>
 */
public final class GeoFile {

    private static final int STRING = 2;
    private static final int UINT16 = 5;
    private static final int UINT32 = 6;
    private static final int MAP = 7;
    private static final int UINT64 = 9;
    private static final int ARRAY = 11;
    private static final int EXTENDED = 7;
    private static final int DATA_SEPARATOR = 16;

    private GeoFile() {}

    /** A file in which all of 127.0.0.0/8 is in one place. */
    public static Path ofLoopback(Path folder, Map<String, ?> place) throws IOException {
        return Files.write(folder.resolve("places.mmdb"), bytes(127, 8, place));
    }

    private static byte[] bytes(int network, int bits, Map<String, ?> place) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int node = 0; node < bits; node++) {
            boolean one = (network >> (bits - 1 - node) & 1) == 1;
            int next = node == bits - 1 ? bits + DATA_SEPARATOR : node + 1;
            record24(out, one ? bits : next);
            record24(out, one ? next : bits);
        }
        out.write(new byte[DATA_SEPARATOR]);
        write(out, place);
        out.write("\u00ab\u00cd\u00efMaxMind.com".getBytes(ISO_8859_1));
        write(
                out,
                Map.of(
                        "node_count",
                        (long) bits,
                        "record_size",
                        24,
                        "ip_version",
                        4,
                        "database_type",
                        "Test",
                        "binary_format_major_version",
                        2,
                        "binary_format_minor_version",
                        0,
                        "build_epoch",
                        BigInteger.ONE,
                        "languages",
                        List.of("en"),
                        "description",
                        Map.of()));
        return out.toByteArray();
    }

    private static void record24(ByteArrayOutputStream out, int value) {
        out.write(value >> 16);
        out.write(value >> 8);
        out.write(value);
    }

    private static void write(ByteArrayOutputStream out, Object value) throws IOException {
        switch (value) {
            case String text -> {
                byte[] bytes = text.getBytes(UTF_8);
                out.write(STRING << 5 | bytes.length);
                out.write(bytes);
            }
            case Integer number -> {
                out.write(UINT16 << 5 | 2);
                out.write(number >> 8);
                out.write(number);
            }
            case Long number -> {
                out.write(UINT32 << 5 | 1);
                out.write(number.intValue());
            }
            case BigInteger number -> {
                out.write(1);
                out.write(UINT64 - EXTENDED);
                out.write(number.intValue());
            }
            case List<?> list -> {
                out.write(list.size());
                out.write(ARRAY - EXTENDED);
                for (Object each : list) {
                    write(out, each);
                }
            }
            case Map<?, ?> map -> {
                out.write(MAP << 5 | map.size());
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    write(out, entry.getKey());
                    write(out, entry.getValue());
                }
            }
            default -> throw new IllegalArgumentException(value.getClass().getName());
        }
    }
}
