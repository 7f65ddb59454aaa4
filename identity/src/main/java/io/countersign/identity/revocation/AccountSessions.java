package io.countersign.identity.revocation;

import io.countersign.identity.account.AccountId;
import java.util.List;

/** An account's sessions, as others may know them: without what would open them. */
public interface AccountSessions {

    /** Those that are fully signed in and have not run out. */
    List<LiveSession> signedIn(AccountId account);

    /** Ends one: its next request is refused. Does nothing where it has ended. */
    void end(LiveSession session);
}
