package io.countersign.gateway.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.countersign.stack.keys.KeyFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The start stops with a sentence that names the key. */
@Tag("SECURITY-29")
@ExtendWith(OutputCaptureExtension.class)
class WrongConfigurationTest {

    @TempDir private Path folder;

    @BeforeEach
    void generateKeys() throws IOException {
        new KeyFolder(folder.resolve("keys")).complete(new SecureRandom());
    }

    @Test
    void withoutAKeyDirectory(CapturedOutput output) {
        startWith("countersign.gateway.public-url=http://localhost");

        assertThat(output)
                .contains("countersign.keys.directory")
                .contains("Reason: must not be null");
    }

    @Test
    void withAKeyDirectoryThatIsNotThere(CapturedOutput output) {
        startWithKeys(folder.resolve("nowhere"));

        assertThat(output)
                .contains("countersign.keys.directory is " + folder.resolve("nowhere"))
                .contains("cannot read the keys in");
    }

    @Test
    void withOneKeyMissing(CapturedOutput output) throws IOException {
        Files.delete(keys().resolve("seal-sms.json"));

        startWithKeys(keys());

        assertThat(output).contains("countersign.keys.directory").contains("seal-sms.json");
    }

    @Test
    void withAPlaceholderInPlaceOfAKey(CapturedOutput output) throws IOException {
        Files.writeString(keys().resolve("mac-gateway.json"), "CHANGE_ME");

        startWithKeys(keys());

        assertThat(output)
                .contains("countersign.keys.directory")
                .contains("mac-gateway.json holds no Tink keyset");
    }

    @Test
    void withAKeyOfAnotherKind(CapturedOutput output) throws IOException {
        Files.copy(
                keys().resolve("seal-gateway.json"),
                Files.newOutputStream(keys().resolve("mac-gateway.json")));

        startWithKeys(keys());

        assertThat(output).contains("countersign.keys.directory").contains("mac-gateway.json");
    }

    @Test
    void withoutAPublicAddress(CapturedOutput output) {
        startWith("countersign.keys.directory=" + keys());

        assertThat(output).contains("countersign.gateway.public").contains("must not be null");
    }

    @Test
    void withALifetimeOfZero(CapturedOutput output) {
        startWithKeys(keys(), "countersign.challenge.lifetime=0s");

        assertThat(output)
                .contains("countersign.challenge.lifetime")
                .contains("must be longer than or equal to 30 seconds");
    }

    @Test
    void withACountryThatIsNone(CapturedOutput output) {
        startWithKeys(keys(), "countersign.phones.regions=DE,UK");

        assertThat(output).contains("countersign.phones.regions: 'UK' is no ISO 3166 country");
    }

    @Test
    void withoutAnyMethodToSignInBy(CapturedOutput output) {
        startWithKeys(
                keys(),
                "countersign.methods.totp=OFF",
                "countersign.methods.telegram=OFF",
                "countersign.methods.sms=FALLBACK");

        assertThat(output).contains("one of totp, telegram, sms and call has to be PRIMARY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"36h", "91d", "-1d", "1ms"})
    void withDevicesThatAreRememberedForAnOddTime(String lifetime, CapturedOutput output) {
        startWithKeys(keys(), "countersign.remembered-devices.lifetime=" + lifetime);

        assertThat(output)
                .contains(
                        "countersign.remembered-devices.lifetime has to be whole days from 1d to"
                                + " 90d, or 0");
    }

    private Path keys() {
        return folder.resolve("keys");
    }

    private static void startWithKeys(Path keys, String... more) {
        List<String> settings = new ArrayList<>(List.of(more));
        settings.add("countersign.keys.directory=" + keys);
        settings.add("countersign.gateway.public-url=http://localhost");
        startWith(settings.toArray(String[]::new));
    }

    private static void startWith(String... settings) {
        Throwable stopped =
                catchThrowable(
                        () ->
                                new SpringApplicationBuilder(Program.class)
                                        .web(WebApplicationType.NONE)
                                        .run(
                                                Stream.of(settings)
                                                        .map(setting -> "--" + setting)
                                                        .toArray(String[]::new))
                                        .close());
        assertThat(stopped).isNotNull();
    }

    /** A sentence instead of a stack of causes. */
    @AfterEach
    void toldInASentence(CapturedOutput output) {
        assertThat(output)
                .contains("APPLICATION FAILED TO START", "Description:", "Action:")
                .doesNotContain("\tat io.countersign");
    }

    /** Of the gateway, all that looks at settings and keys, and nothing that needs a server. */
    @Configuration(proxyBeanMethods = false)
    @ConfigurationPropertiesScan({
        "io.countersign.engine",
        "io.countersign.identity",
        "io.countersign.gateway"
    })
    @Import(KeysConfiguration.class)
    @ImportAutoConfiguration({
        ConfigurationPropertiesAutoConfiguration.class,
        ValidationAutoConfiguration.class
    })
    static class Program {}
}
