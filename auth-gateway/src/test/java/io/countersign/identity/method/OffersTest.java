package io.countersign.identity.method;

import static io.countersign.identity.method.MethodRole.FALLBACK;
import static io.countersign.identity.method.MethodRole.OFF;
import static io.countersign.identity.method.MethodRole.PRIMARY;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.challenge.Method;
import io.countersign.engine.status.ChannelWorkers;
import io.countersign.gateway.ApiClient;
import io.countersign.gateway.AuthenticatorApp;
import io.countersign.gateway.GatewayTest;
import io.countersign.identity.account.AccountId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Tag("SECURITY-10")
class OffersTest extends GatewayTest {

    @Autowired private List<ProofMethod> methods;
    @Autowired private PreferredMethods preferred;
    @Autowired private ChannelWorkers workers;

    @Test
    void whereCodesBySmsOrCallsAreEnoughAloneAPhoneIs() {
        AccountId account = personWithoutPhone().account();

        assertThat(phones(PRIMARY, FALLBACK).phoneWillDo(account)).isTrue();
        assertThat(phones(OFF, PRIMARY).phoneWillDo(account)).isTrue();
    }

    @Test
    void whereBothAreFallbacksAPhoneIsNotEnoughForWhoHasNothingElse() {
        AccountId account = personWithoutPhone().account();

        assertThat(phones(FALLBACK, FALLBACK).phoneWillDo(account)).isFalse();
        assertThat(phones(OFF, FALLBACK).phoneWillDo(account)).isFalse();
    }

    @Test
    void besideAnAppItIs() {
        Person person = personWithoutPhone();
        ApiClient client = client();
        client.signIn(person.email(), PASSWORD);
        AuthenticatorApp.connect(client, "Pixel", PASSWORD);

        assertThat(phones(FALLBACK, FALLBACK).phoneWillDo(person.account())).isTrue();
    }

    private Offers phones(MethodRole sms, MethodRole call) {
        MethodSettings settings =
                new MethodSettings(
                        PRIMARY, PRIMARY, sms, call, PRIMARY, Set.of(Method.TELEGRAM, Method.TOTP));
        return new Offers(methods, settings, preferred, workers);
    }
}
