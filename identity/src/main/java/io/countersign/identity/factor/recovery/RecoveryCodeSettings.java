package io.countersign.identity.factor.recovery;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What people can do with their recovery codes.
 *
 * @param visibility {@code once}: they are shown when they are made and kept hashed only; {@code
 *     viewable}: they are kept sealed too, and shown again after password and second factor.
 *     Switching back to {@code once} erases the sealed copies at the next start
 */
@Validated
@ConfigurationProperties("countersign.recovery-codes")
public record RecoveryCodeSettings(@DefaultValue("once") Visibility visibility) {

    /** How often a code can be seen. */
    public enum Visibility {
        ONCE,
        VIEWABLE
    }

    public boolean viewable() {
        return visibility == Visibility.VIEWABLE;
    }
}
