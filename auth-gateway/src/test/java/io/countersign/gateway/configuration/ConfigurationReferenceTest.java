package io.countersign.gateway.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ConfigurationReferenceTest {

    private static final Path CHECKOUT = Path.of("..");
    private static final Path REFERENCE = CHECKOUT.resolve("docs/configuration.md");

    @Test
    void theReferenceSaysWhatTheCodeSays() throws IOException {
        String generated = new ConfigurationReference(CHECKOUT).markdown();
        if (Boolean.getBoolean("rewrite")) {
            Files.writeString(REFERENCE, generated);
        }

        assertThat(REFERENCE).hasContent(generated);
    }
}
