package io.countersign.telegram.edit;

import io.countersign.challenge.redis.SharedConnection;
import io.countersign.challenge.store.Challenges;
import io.countersign.challenge.store.Changes;
import io.countersign.channel.followup.FollowUpLoop;
import io.countersign.channel.followup.FollowUpLoop.Rhythm;
import io.countersign.channel.followup.FollowUps;
import io.countersign.channel.followup.redis.RedisFollowUps;
import io.countersign.telegram.bot.Bot;
import io.countersign.telegram.bot.Pace;
import io.countersign.telegram.prompt.PressedDecisions;
import io.countersign.telegram.prompt.Prompts;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What happens once a question is in a chat. */
@Configuration(proxyBeanMethods = false)
class EditConfiguration {

    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int AT_ONCE = 64;

    /** How often a question without news is looked at. */
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);

    @Bean
    Watch watch(Prompts prompts, SharedConnection connection, Changes changes, Clock clock) {
        return new Watch(prompts, due(connection), changes, clock);
    }

    @Bean
    FollowUpLoop questionLoop(
            Prompts prompts,
            Challenges challenges,
            PressedDecisions decisions,
            SharedConnection connection,
            Pace pace,
            Bot bot) {
        Editor editor =
                new Editor(
                        prompts,
                        new LastLines(challenges, decisions),
                        due(connection),
                        new EditLock(connection),
                        pace,
                        bot);
        return loop(due(connection), editor);
    }

    /** When it stops, another worker looks again at what is under way. */
    static FollowUpLoop loop(FollowUps due, Editor editor) {
        return new FollowUpLoop(
                due,
                followUp -> editor.look(followUp.delivery()),
                new Rhythm(PAUSE, BETWEEN_LOOKS, AT_ONCE, Duration.ZERO));
    }

    private static FollowUps due(SharedConnection connection) {
        return new RedisFollowUps(connection, "questions");
    }
}
