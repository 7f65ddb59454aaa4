package io.countersign.stack.keys;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Mac;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.mac.MacConfig2026;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KeyFolderTest {

    private static final byte[] TEXT = {1, 2, 3};

    private final SecureRandom random = new SecureRandom();
    private KeyFolder keys;

    @BeforeEach
    void aFolderThatIsNotThereYet(@TempDir Path parent) {
        keys = new KeyFolder(parent.resolve("deployment/keys"));
    }

    @Test
    void it_writes_every_secret_and_says_which() throws Exception {
        assertThat(keys.complete(random))
                .containsExactlyElementsOf(
                        Arrays.stream(Secret.values()).map(Secret::file).toList());
    }

    @Test
    void a_second_time_it_changes_nothing() throws Exception {
        keys.complete(random);
        Map<Path, String> before = contents();

        assertThat(keys.complete(random)).isEmpty();
        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void it_adds_only_what_is_missing() throws Exception {
        keys.complete(random);
        Map<Path, String> before = contents();
        Path lost = keys.path().resolve(Secret.MAC_GATEWAY.file());
        Files.delete(lost);

        assertThat(keys.complete(random)).containsExactly(Secret.MAC_GATEWAY.file());
        assertThat(contents()).containsOnlyKeys(before.keySet());
        before.remove(lost);
        assertThat(contents()).containsAllEntriesOf(before);
    }

    @Test
    @Tag("SECURITY-29")
    void only_the_owner_can_read_the_folder_and_the_files() throws Exception {
        keys.complete(random);

        assertThat(permissions(keys.path())).isEqualTo("rwx------");
        assertThat(contents().keySet())
                .allSatisfy(file -> assertThat(permissions(file)).isEqualTo("rw-------"));
    }

    @ParameterizedTest
    @EnumSource(names = {"SEAL_SMS", "SEAL_VOICE", "SEAL_TELEGRAM", "SEAL_EMAIL"})
    void a_sealing_keyset_seals(Secret secret) throws Exception {
        keys.complete(random);

        Aead aead =
                TinkJsonProtoKeysetFormat.parseKeyset(
                                keys.read(secret),
                                AeadConfig2026.get(),
                                InsecureSecretKeyAccess.get())
                        .getPrimitive(AeadConfig2026.get(), Aead.class);
        assertThat(aead.decrypt(aead.encrypt(TEXT, TEXT), TEXT)).isEqualTo(TEXT);
    }

    @Test
    void the_code_keyset_makes_macs_of_256_bits_behind_its_key_id() throws Exception {
        keys.complete(random);

        KeysetHandle keyset =
                TinkJsonProtoKeysetFormat.parseKeyset(
                        keys.read(Secret.MAC_GATEWAY),
                        MacConfig2026.get(),
                        InsecureSecretKeyAccess.get());
        assertThat(keyset.getPrimitive(MacConfig2026.get(), Mac.class).computeMac(TEXT))
                .hasSize(5 + 32);
    }

    @Test
    @Tag("SECURITY-29")
    void a_deployment_gets_no_made_up_credentials_of_a_provider() throws Exception {
        assertThat(keys.completeForDeployment(random))
                .contains("seal-sms.json", "mac-gateway.json")
                .noneMatch(file -> file.startsWith("twilio") || file.startsWith("telegram"));
    }

    @Test
    void the_simulated_twilio_account_looks_like_a_real_one() throws Exception {
        keys.complete(random);

        assertThat(keys.read(Secret.TWILIO_ACCOUNT_SID)).matches("AC[0-9a-f]{32}");
        assertThat(keys.read(Secret.TWILIO_AUTH_TOKEN)).matches("[0-9a-f]{32}");
    }

    @Test
    void the_simulated_bots_token_looks_like_a_real_one() throws Exception {
        keys.complete(random);

        assertThat(keys.read(Secret.TELEGRAM_BOT_TOKEN)).matches("\\d{9}:[A-Za-z0-9_-]{35}");
    }

    private Map<Path, String> contents() throws IOException {
        try (Stream<Path> files = Files.list(keys.path())) {
            return files.collect(Collectors.toMap(file -> file, KeyFolderTest::content));
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
