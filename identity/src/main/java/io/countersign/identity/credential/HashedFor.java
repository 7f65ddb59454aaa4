package io.countersign.identity.credential;

import io.countersign.identity.account.EmailAddress;
import io.countersign.identity.admission.ClientNetwork;
import java.util.Optional;

/**
 * On whose behalf a password is hashed. Does not print.
 *
 * @param client the client, which takes turns with others
 * @param account the account at stake, whose part is bounded too; empty for a known device
 */
public record HashedFor(String client, Optional<String> account) {

    /** A device that the account knows; it goes before strangers. */
    public static HashedFor knownDevice(String device) {
        return new HashedFor("device " + device, Optional.empty());
    }

    public static HashedFor stranger(String address, EmailAddress account) {
        return new HashedFor(
                "network " + ClientNetwork.of(address).name(),
                Optional.of("account " + account.value()));
    }

    boolean known() {
        return account.isEmpty();
    }

    @Override
    public String toString() {
        return "HashedFor[••••••]";
    }
}
