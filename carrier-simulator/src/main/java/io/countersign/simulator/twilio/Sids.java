package io.countersign.simulator.twilio;

import java.util.HexFormat;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;

/** Names new things as Twilio does: two letters for their kind and 32 hexadecimal digits. */
@Component
public class Sids {

    private final RandomGenerator random;

    Sids(RandomGenerator random) {
        this.random = random;
    }

    public String next(String kind) {
        byte[] identity = new byte[16];
        random.nextBytes(identity);
        return kind + HexFormat.of().formatHex(identity);
    }
}
