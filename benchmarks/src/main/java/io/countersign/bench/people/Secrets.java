package io.countersign.bench.people;

import java.nio.ByteBuffer;
import org.apache.commons.codec.binary.Base32;

/** Secrets of authenticator apps: one for each person, the same in every run. */
final class Secrets {

    private Secrets() {}

    static String base32(int index) {
        return new Base32().encodeToString(ByteBuffer.allocate(20).putInt(16, index).array());
    }
}
