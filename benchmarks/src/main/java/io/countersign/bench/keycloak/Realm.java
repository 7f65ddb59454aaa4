package io.countersign.bench.keycloak;

import io.countersign.bench.people.Person;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import tools.jackson.databind.json.JsonMapper;

/**
 * A realm as Keycloak imports it: people with hashed passwords and secrets of authenticator apps,
 * and one client. Nothing is switched on that costs time at a sign-in, such as the detection of
 * brute force.
 */
final class Realm {

    static final String NAME = "bench";

    /** Nothing listens there: a sign-in ends with being sent back. */
    static final String BACK = "http://127.0.0.1/back";

    private static final JsonMapper JSON = new JsonMapper();

    private final Credential password;

    private record Credential(String type, String secretData, String credentialData) {}

    private record User(
            String username,
            String email,
            String firstName,
            String lastName,
            boolean emailVerified,
            boolean enabled,
            List<Credential> credentials) {}

    Realm(Argon2PasswordEncoder passwords) {
        this.password = password(passwords.encode(Person.PASSWORD));
    }

    void write(Path file, Crowd crowd) throws IOException {
        List<User> users = new ArrayList<>();
        crowd.withApp().forEach(person -> users.add(user(person, List.of(password, app(person)))));
        crowd.plain().forEach(person -> users.add(user(person, List.of(password))));
        Map<String, Object> client =
                Map.of(
                        "clientId", NAME,
                        "enabled", true,
                        "publicClient", true,
                        "standardFlowEnabled", true,
                        "redirectUris", List.of(BACK));
        Files.writeString(
                file,
                JSON.writeValueAsString(
                        Map.of(
                                "realm",
                                NAME,
                                "enabled",
                                true,
                                "sslRequired",
                                "none",
                                "bruteForceProtected",
                                false,
                                "eventsEnabled",
                                false,
                                "clients",
                                List.of(client),
                                "users",
                                users)));
    }

    private static User user(Person person, List<Credential> credentials) {
        return new User(person.email(), person.email(), "A", "Person", true, true, credentials);
    }

    /**
     * Keycloak's form of the same hash.
     *
     * @param encoded as Spring Security writes it: {@code $argon2id$v=19$m=7168,t=5,p=1$salt$hash}
     */
    private static Credential password(String encoded) {
        String[] parts = encoded.split("\\$", -1);
        Map<String, String> costs =
                Stream.of(parts[3].split(",", -1))
                        .map(cost -> cost.split("=", 2))
                        .collect(Collectors.toMap(cost -> cost[0], cost -> cost[1]));
        return new Credential(
                "password",
                JSON.writeValueAsString(
                        Map.of(
                                "value", padded(parts[5]),
                                "salt", padded(parts[4]),
                                "additionalParameters", Map.of())),
                JSON.writeValueAsString(
                        Map.of(
                                "hashIterations",
                                Integer.parseInt(costs.getOrDefault("t", "")),
                                "algorithm",
                                "argon2",
                                "additionalParameters",
                                Map.of(
                                        "hashLength", List.of("32"),
                                        "memory", List.of(costs.getOrDefault("m", "")),
                                        "type", List.of("id"),
                                        "version", List.of("1.3"),
                                        "parallelism", List.of(costs.getOrDefault("p", ""))))));
    }

    /** Keycloak compares the texts, with the padding that Spring Security leaves out. */
    private static String padded(String base64) {
        return Base64.getEncoder().encodeToString(Base64.getDecoder().decode(base64));
    }

    private static Credential app(Person person) {
        return new Credential(
                "otp",
                JSON.writeValueAsString(Map.of("value", person.secret())),
                JSON.writeValueAsString(
                        Map.of(
                                "subType",
                                "totp",
                                "digits",
                                6,
                                "counter",
                                0,
                                "period",
                                30,
                                "algorithm",
                                "HmacSHA1",
                                "secretEncoding",
                                "BASE32")));
    }
}
