package io.countersign.gateway.api;

import io.countersign.identity.account.Password;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The person's own password, given again. Does not print. */
public record PasswordAgain(@Nullable String password) {

    public Password given() {
        return new Password(Objects.requireNonNullElse(password, ""));
    }

    @Override
    public String toString() {
        return "PasswordAgain[••••••]";
    }
}
