package io.countersign.identity.revocation;

import io.countersign.identity.account.AccountId;
import java.util.List;

/** An account's sessions, as others may know them: without what would open them. */
public interface AccountSessions {

    /** Those that are fully signed in and have not run out. */
    List<LiveSession> signedIn(AccountId account);

    /** Ends one, from its next request on; does nothing where it has ended. */
    void end(LiveSession session);
}
