package io.countersign.e2e;

import io.countersign.stack.own.OwnStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One stack with two SMS workers for all tests, each of which leaves it whole. */
final class SharedStack implements ParameterResolver {

    /**
     * All tests come from one address and sign in one person, and a busy machine takes its time:
     * what a request may take is proven elsewhere.
     */
    private static final Map<String, String> GENEROUS =
            Map.of(
                    "COUNTERSIGN_SIGN_UP_PER_ADDRESS_HOUR", "100000",
                    "COUNTERSIGN_PASSWORD_RESET_PER_ADDRESS_HOUR", "100000",
                    "COUNTERSIGN_BROKER_PUBLISHWITHIN", "30s",
                    "COUNTERSIGN_REQUESTS_WITHIN", "60s",
                    "COUNTERSIGN_REQUESTS_BODYWITHIN", "60s",
                    "SPRING_DATASOURCE_HIKARI_CONNECTIONTIMEOUT", "60000",
                    "COUNTERSIGN_LIMITS_PER_ADDRESS_HOUR", "100000",
                    "COUNTERSIGN_LIMITS_PER_ACCOUNT_DAY", "100000",
                    "COUNTERSIGN_LIMITS_PER_NUMBER_HOUR", "100000",
                    "COUNTERSIGN_LIMITS_PER_NUMBER_TEN_MINUTES", "100000");

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == OwnStack.class;
    }

    @Override
    public OwnStack resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return test.getRoot()
                .getStore(Namespace.create(SharedStack.class))
                .computeIfAbsent(OwnStack.class, _ -> start(), OwnStack.class);
    }

    private static OwnStack start() {
        try {
            return OwnStack.start(
                    Path.of("..").toAbsolutePath().normalize(),
                    Files.createTempDirectory("countersign-e2e"),
                    GENEROUS,
                    "--workers=sms=2");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
