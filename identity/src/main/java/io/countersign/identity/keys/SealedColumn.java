package io.countersign.identity.keys;

import io.countersign.engine.keys.GatewayKeys;
import io.countersign.identity.account.AccountId;
import java.util.UUID;

/**
 * A column of the database that is sealed by {@link GatewayKeys}. Its table has the columns {@code
 * id} and {@code account_id}; its content may be null.
 */
public interface SealedColumn {

    String table();

    String column();

    /** The place that the content of a row is sealed for. */
    String place(AccountId account, UUID id);
}
