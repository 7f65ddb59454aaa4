package io.countersign.bench.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.bench.client.AppCodes;
import io.countersign.bench.client.Clients;
import io.countersign.bench.peer.BareHash;
import io.countersign.bench.people.Person;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RealmTest {

    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void keepsThePasswordsHashWithItsCosts(@TempDir Path folder) throws IOException {
        JsonNode password = written(folder).at("/users/0/credentials/0");

        JsonNode costs = JSON.readTree(password.path("credentialData").asString());
        assertThat(costs.path("hashIterations").asInt()).isEqualTo(5);
        assertThat(costs.at("/additionalParameters/memory/0").asString()).isEqualTo("7168");
        JsonNode secret = JSON.readTree(password.path("secretData").asString());
        assertThat(secret.path("value").asString()).hasSize(44).endsWith("=");
    }

    @Test
    void onlySomeHaveAnApp(@TempDir Path folder) throws IOException {
        JsonNode users = written(folder).path("users");

        assertThat(users.at("/0/credentials").findValuesAsString("type"))
                .containsExactly("password", "otp");
        assertThat(users.at("/1/credentials").findValuesAsString("type"))
                .containsExactly("password");
    }

    private static JsonNode written(Path folder) throws IOException {
        Path file = folder.resolve("realm.json");
        try (Clients clients = new Clients(1)) {
            new Realm(BareHash.encoder())
                    .write(
                            file,
                            new Crowd(
                                    List.of(Person.of(1)),
                                    List.of(Person.of(2)),
                                    clients,
                                    new AppCodes(Clock.systemUTC())));
        }
        return JSON.readTree(file.toFile());
    }
}
