package io.countersign.identity.reads;

import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCreator;
import org.springframework.jdbc.core.SqlProvider;
import org.springframework.stereotype.Component;

/** Has {@link RequestReads} forget what a statement may have changed. */
@Component
class ForgettingJdbcTemplate extends JdbcTemplate {

    ForgettingJdbcTemplate(DataSource source) {
        super(source);
    }

    @Override
    public int update(PreparedStatementCreator statement) {
        try {
            return super.update(statement);
        } finally {
            RequestReads.wrote(
                    statement instanceof SqlProvider known ? String.valueOf(known.getSql()) : "");
        }
    }
}
