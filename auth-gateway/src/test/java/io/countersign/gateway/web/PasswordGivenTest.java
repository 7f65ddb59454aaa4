package io.countersign.gateway.web;

import io.countersign.gateway.GatewayTest;
import io.countersign.gateway.Visitor;
import org.junit.jupiter.api.BeforeEach;

/** Every test begins with the right password given. */
public abstract class PasswordGivenTest extends GatewayTest {

    protected Person person;
    protected Visitor visitor;

    /** Who gives it; with a phone, unless a test wants somebody else. */
    protected Person newcomer() {
        return person();
    }

    @BeforeEach
    void givePassword() {
        person = newcomer();
        visitor = visitor();
        visitor.signIn(person.email(), PASSWORD);
    }
}
