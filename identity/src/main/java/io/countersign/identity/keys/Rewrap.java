package io.countersign.identity.keys;

import io.countersign.engine.keys.GatewayKeys;
import io.countersign.identity.account.AccountId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reseals, under the current key, what is sealed under an older one. The rows themselves show what
 * is left to do, so this can be stopped and started again at any time, and several instances may do
 * it at once.
 */
@Component
class Rewrap {

    private static final Logger LOG = LoggerFactory.getLogger(Rewrap.class);
    private static final int BATCH = 100;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final GatewayKeys keys;

    Rewrap(JdbcClient jdbc, GatewayKeys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    /** Goes through the column once; returns how many rows it resealed. */
    int rewrap(SealedColumn column) {
        int rewrapped = 0;
        int unopened = 0;
        List<Row> batch = outdated(column, BEFORE_ALL);
        while (!batch.isEmpty()) {
            for (Row row : batch) {
                Optional<String> clear =
                        keys.open(row.content(), column.place(row.account(), row.id()));
                if (clear.isEmpty()) {
                    unopened++;
                } else if (replace(column, row, clear.get())) {
                    rewrapped++;
                }
            }
            batch = outdated(column, batch.getLast().id());
        }
        if (unopened > 0) {
            LOG.warn("{} rows of {} do not open with any key", unopened, column.table());
        }
        return rewrapped;
    }

    private record Row(UUID id, AccountId account, byte[] content) {}

    private List<Row> outdated(SealedColumn column, UUID after) {
        return jdbc.sql(
                        """
                        select id, account_id, %2$s from %1$s
                        where id > :after and substring(%2$s from 1 for :length) <> :mark
                        order by id limit :batch
                        """
                                .formatted(column.table(), column.column()))
                .param("after", after)
                .param("mark", keys.mark())
                .param("length", keys.mark().length)
                .param("batch", BATCH)
                .query(
                        (row, _) ->
                                new Row(
                                        row.getObject("id", UUID.class),
                                        new AccountId(row.getObject("account_id", UUID.class)),
                                        row.getBytes(column.column())))
                .list();
    }

    /** Does nothing where the content has changed meanwhile. */
    private boolean replace(SealedColumn column, Row row, String clear) {
        return jdbc.sql(
                                "update %1$s set %2$s = :anew where id = :id and %2$s = :old"
                                        .formatted(column.table(), column.column()))
                        .param("anew", keys.seal(clear, column.place(row.account(), row.id())))
                        .param("old", row.content())
                        .param("id", row.id())
                        .update()
                == 1;
    }
}
