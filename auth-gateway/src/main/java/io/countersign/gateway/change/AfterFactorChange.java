package io.countersign.gateway.change;

import java.util.UUID;

/** Told of each change of an account's factors, within its transaction. */
public interface AfterFactorChange {

    void factorsChanged(UUID account);
}
