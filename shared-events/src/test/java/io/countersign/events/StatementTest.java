package io.countersign.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.events.Statement.Linked;
import io.countersign.events.id.ChallengeId;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatementTest {

    private static final ChallengeId CHALLENGE = ChallengeId.next(new SecureRandom());

    @Test
    @Tag("SECURITY-17")
    void a_telegram_name_steers_nothing_around_it() {
        Linked linked = linked("Anna\u202e)annA@(\u2066\n \u0000Muster", "an\u200fna");

        assertThat(linked.shownName()).isEqualTo("Anna)annA@( Muster");
        assertThat(linked.username()).isEqualTo("anna");
    }

    @Test
    void a_telegram_name_with_joined_emoji_stays_whole() {
        assertThat(linked("👩‍💻 Анна", null).shownName()).isEqualTo("👩‍💻 Анна");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\u3164", "\u2800 \u2800", "\u200d", "\u202e\n"})
    @Tag("SECURITY-17")
    void who_has_a_telegram_name_that_nobody_sees_is_shown_by_number(String name) {
        assertThat(linked(name, null).shownName()).isEqualTo("4711");
    }

    private static Linked linked(String name, @Nullable String username) {
        return new Linked(CHALLENGE, 4711, 4711, name, username);
    }
}
