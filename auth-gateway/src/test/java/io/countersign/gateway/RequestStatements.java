package io.countersign.gateway;

import io.countersign.identity.admission.Deadline;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.stereotype.Component;

/** Counts what requests ask of the database; scheduled work is not counted. */
@Component
public class RequestStatements implements BeanPostProcessor {

    private final AtomicInteger statements = new AtomicInteger();
    private final AtomicInteger transactions = new AtomicInteger();

    /** So many since the test began. */
    public record Count(int statements, int transactions) {

        public Count minus(Count before) {
            return new Count(statements - before.statements, transactions - before.transactions);
        }
    }

    public Count now() {
        return new Count(statements.get(), transactions.get());
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source ? new Counted(source) : bean;
    }

    private final class Counted extends DelegatingDataSource {

        Counted(DataSource source) {
            super(source);
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection connection = super.getConnection();
            return Deadline.left().isPresent() ? counted(connection) : connection;
        }
    }

    private Connection counted(Connection connection) {
        return (Connection)
                Proxy.newProxyInstance(
                        getClass().getClassLoader(),
                        new Class<?>[] {Connection.class},
                        (_, method, arguments) -> {
                            if (method.getName().equals("prepareStatement")) {
                                statements.incrementAndGet();
                                if (connection.getAutoCommit()) {
                                    transactions.incrementAndGet();
                                }
                            } else if (method.getName().equals("commit")) {
                                transactions.incrementAndGet();
                            }
                            try {
                                return method.invoke(connection, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
    }
}
