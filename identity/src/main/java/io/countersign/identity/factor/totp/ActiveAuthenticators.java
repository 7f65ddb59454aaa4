package io.countersign.identity.factor.totp;

import io.countersign.identity.account.AccountId;
import java.util.List;

/** The authenticators that people have activated, and the codes of theirs that still count. */
interface ActiveAuthenticators {

    /** The one used last first. */
    List<Authenticator> of(AccountId account);

    /** Whether the code of a step would be accepted: neither it nor a later one has been used. */
    boolean takes(Authenticator authenticator, long step);

    /**
     * Accepts the code of a step, which uses up that step and all before.
     *
     * @throws IllegalStateException where it has been used up meanwhile
     */
    void accept(Authenticator authenticator, long step);

    /** Never accepts the code of this one future step: it has become known before its time. */
    void refuse(Authenticator authenticator, long step, long now);
}
