package io.countersign.bench.keycloak;

import io.countersign.bench.client.SignIn;
import io.countersign.bench.people.Person;
import java.io.IOException;
import java.net.URI;
import java.util.Map;

/**
 * The authorization code flow as a browser walks through it: the login page, the password, the code
 * of the app where one is asked for, and back to the client with a code.
 */
record BrowserSignIn(Crowd crowd, URI keycloak, boolean withApp) implements SignIn {

    private static final String START =
            "/realms/%s/protocol/openid-connect/auth?client_id=%s&response_type=code&redirect_uri=%s&scope=openid&state=s"
                    .formatted(Realm.NAME, Realm.NAME, FormVisitor.encoded(Realm.BACK));

    @Override
    public Times of(Person person) throws IOException, InterruptedException {
        FormVisitor visitor = new FormVisitor(crowd.clients().any());
        visitor.open(keycloak.resolve(START));
        visitor.submit(Map.of("username", person.email(), "password", Person.PASSWORD));
        long answers = System.nanoTime();
        if (withApp) {
            visitor.submit(Map.of("otp", crowd.codes().now(person)));
        }
        if (!visitor.sentTo().startsWith(Realm.BACK) || !visitor.sentTo().contains("code=")) {
            throw new IOException("Keycloak did not sign in " + person);
        }
        return new Times(0, System.nanoTime() - answers);
    }
}
