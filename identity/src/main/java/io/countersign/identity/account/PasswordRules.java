package io.countersign.identity.account;

import io.countersign.events.text.Invisible;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Which passwords may be chosen: long ones that no attacker tries first. There are no rules about
 * kinds of characters: those only make people choose worse passwords (NIST SP 800-63B-4, 3.1.1.2).
 */
@Component
public class PasswordRules {

    /** A shorter part of an address turns up in passwords by chance. */
    private static final int TELLING = 4;

    private final CommonPasswords common = CommonPasswords.read();

    /** Empty when the password may be chosen. */
    public Optional<PasswordFlaw> flaw(Password password, EmailAddress email) {
        if (password.tooShort()) {
            return Optional.of(PasswordFlaw.TOO_SHORT);
        }
        if (password.tooLong()) {
            return Optional.of(PasswordFlaw.TOO_LONG);
        }
        String plain = password.value().toLowerCase(Locale.ROOT);
        if (tells(plain, email)) {
            return Optional.of(PasswordFlaw.CONTAINS_ADDRESS);
        }
        return common.cover(plain) ? Optional.of(PasswordFlaw.TOO_COMMON) : Optional.empty();
    }

    /**
     * However its letters were typed: full-width letters and other characters in between make no
     * difference.
     */
    private static boolean tells(String lowerCase, EmailAddress email) {
        String plain =
                Normalizer.normalize(lowerCase, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String visible = Invisible.removed(plain);
        String local = email.localPart();
        return visible.equals(local)
                || EmailAddress.parse(plain).filter(email::equals).isPresent()
                || (local.length() >= TELLING && visible.contains(local));
    }
}
