package io.countersign.identity.account;

import java.net.IDN;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.UUID;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.stereotype.Component;

/**
 * Gives accounts whose domain has non-ASCII letters the address that their mails went to until now,
 * by IDNA 2003: that is the mailbox that was proven. An address that another account has stays as
 * it is, and so does one that never had a valid domain; no one can sign in with either.
 */
@Component
class V23__CanonicalAddresses extends BaseJavaMigration {

    private static final String OTHER_LETTERS = "email !~ '^[[:ascii:]]*$'";

    @Override
    public void migrate(Context context) throws SQLException {
        try (Statement statement = context.getConnection().createStatement()) {
            statement.executeUpdate("delete from sign_up where " + OTHER_LETTERS);
        }
        try (PreparedStatement update =
                        context.getConnection()
                                .prepareStatement(
                                        """
                                        update account set email = ? where id = ?
                                        and not exists (select from account where email = ?)
                                        """);
                Statement select = context.getConnection().createStatement();
                ResultSet rows =
                        select.executeQuery(
                                "select id, email from account where " + OTHER_LETTERS)) {
            while (rows.next()) {
                Optional<String> reached = reached(rows.getString("email"));
                if (reached.isPresent()) {
                    update.setString(1, reached.get());
                    update.setObject(2, rows.getObject("id", UUID.class));
                    update.setString(3, reached.get());
                    update.executeUpdate();
                }
            }
        }
    }

    private static Optional<String> reached(String email) {
        int at = email.lastIndexOf('@');
        try {
            String domain = IDN.toASCII(email.substring(at + 1), IDN.USE_STD3_ASCII_RULES);
            return EmailAddress.parse(email.substring(0, at + 1) + domain).map(EmailAddress::value);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
