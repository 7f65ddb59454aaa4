package io.countersign.bench.client;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import io.countersign.bench.people.Person;
import java.io.IOException;
import java.security.InvalidKeyException;
import java.time.InstantSource;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/** What people's authenticator apps show. */
public final class AppCodes {

    private final TimeBasedOneTimePasswordGenerator generator =
            new TimeBasedOneTimePasswordGenerator();
    private final InstantSource clock;

    public AppCodes(InstantSource clock) {
        this.clock = clock;
    }

    /** The code of this moment. */
    public String now(Person person) throws IOException {
        try {
            return generator.generateOneTimePasswordString(
                    new SecretKeySpec(new Base32().decode(person.secret()), "RAW"),
                    clock.instant());
        } catch (InvalidKeyException e) {
            throw new IOException(e);
        }
    }
}
