package io.countersign.identity.factor.telegram;

import io.countersign.engine.open.ChallengeContext;
import io.countersign.events.Purpose;
import io.countersign.events.content.Fact;
import io.countersign.identity.account.AccountId;
import io.countersign.identity.account.Accounts;
import io.countersign.identity.attempt.AttemptId;
import io.countersign.identity.geolocation.Places;
import io.countersign.identity.history.Devices;
import io.countersign.identity.link.GatewaySettings;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a person has to know about an attempt to tell whether it is theirs. */
@Component
class AttemptFacts {

    private final JdbcClient jdbc;
    private final Devices devices;
    private final Places places;
    private final Accounts accounts;
    private final GatewaySettings gateway;

    AttemptFacts(
            JdbcClient jdbc,
            Devices devices,
            Places places,
            Accounts accounts,
            GatewaySettings gateway) {
        this.accounts = accounts;
        this.gateway = gateway;
        this.jdbc = jdbc;
        this.devices = devices;
        this.places = places;
    }

    Map<Fact, String> of(ChallengeContext asked, Instant at) {
        Map<Fact, String> facts = new EnumMap<>(Fact.class);
        facts.put(Fact.AT, at.toString());
        facts.put(Fact.ADDRESS, asked.address());
        facts.put(Fact.LINK, gateway.publicUrl().toString());
        accounts.find(new AccountId(asked.account()))
                .ifPresent(account -> facts.put(Fact.EMAIL, masked(account.email().value())));
        places.of(asked.address(), Locale.forLanguageTag(asked.locale()))
                .ifPresent(place -> facts.put(Fact.PLACE, place));
        if (asked.purpose() != Purpose.ENROLMENT) {
            String device = devices.named(userAgent(AttemptId.of(asked.binding())));
            if (!device.isEmpty()) {
                facts.put(Fact.DEVICE, device);
            }
        }
        return facts;
    }

    /** Enough for a person with several accounts to know which one is meant. */
    private static String masked(String email) {
        int at = email.lastIndexOf('@');
        String name = email.substring(0, at);
        int shown = name.codePointCount(0, name.length()) > 4 ? 2 : 1;
        return name.substring(0, name.offsetByCodePoints(0, shown)) + "•••" + email.substring(at);
    }

    private String userAgent(AttemptId attempt) {
        return jdbc.sql("select user_agent from sign_in where id = :id")
                .param("id", attempt.value())
                .query(String.class)
                .optional()
                .orElse("");
    }
}
