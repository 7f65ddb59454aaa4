package io.countersign.telegram.aftermath;

import io.countersign.challenge.Challenges;
import io.countersign.challenge.Changes;
import io.countersign.challenge.redis.RedisChanges;
import io.countersign.challenge.redis.SharedConnection;
import io.countersign.channel.followup.FollowUps;
import io.countersign.channel.followup.redis.RedisFollowUps;
import io.countersign.telegram.bot.Bot;
import io.countersign.telegram.bot.Pace;
import io.countersign.telegram.prompt.Decisions;
import io.countersign.telegram.prompt.Prompts;
import io.lettuce.core.RedisClient;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/** What follows once a question stands in a chat. */
@Configuration(proxyBeanMethods = false)
class AftermathWiring {

    @Bean
    Changes changes(LettuceConnectionFactory factory) {
        return RedisChanges.of((RedisClient) factory.getRequiredNativeClient());
    }

    @Bean
    Watch watch(Prompts prompts, SharedConnection connection, Changes changes, Clock clock) {
        return new Watch(prompts, due(connection), changes, clock);
    }

    @Bean
    Rounds rounds(
            Prompts prompts,
            Challenges challenges,
            Decisions decisions,
            SharedConnection connection,
            Watch watch,
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
        return new Rounds(due(connection), editor, watch);
    }

    private static FollowUps due(SharedConnection connection) {
        return new RedisFollowUps(connection, "questions");
    }
}
