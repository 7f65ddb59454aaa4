package io.countersign.telegram;

import io.countersign.challenge.redis.SharedConnection;
import io.countersign.challenge.store.Challenges;
import io.countersign.challenge.store.Statements;
import io.countersign.challenge.store.Tickets;
import io.countersign.channel.receipt.ReceiptInbox;
import io.countersign.channel.sealed.RedisValueStore;
import io.countersign.channel.sealed.SealedStore;
import io.countersign.channel.send.Provider;
import io.countersign.channel.statement.StatementPublisher;
import io.countersign.delivery.store.Deliveries;
import io.countersign.events.seal.ChannelSeal;
import io.countersign.telegram.bot.Bot;
import io.countersign.telegram.bot.Pace;
import io.countersign.telegram.bot.SendingTurns;
import io.countersign.telegram.bot.TelegramSettings;
import io.countersign.telegram.link.LinkHandler;
import io.countersign.telegram.prompt.OpenPrompts;
import io.countersign.telegram.prompt.PressHandler;
import io.countersign.telegram.prompt.PressedDecisions;
import io.countersign.telegram.prompt.PromptSender;
import io.countersign.telegram.prompt.Prompts;
import io.countersign.telegram.reach.Reachability;
import io.countersign.telegram.reach.RefusalsTold;
import io.countersign.telegram.update.UpdateHandler;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The bot as the channel's provider, and as the ear for what people answer. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TelegramSettings.class)
class TelegramConfiguration {

    @Bean(destroyMethod = "close")
    Bot bot(TelegramSettings settings) {
        return new Bot(settings);
    }

    @Bean
    Pace pace(SharedConnection connection, TelegramSettings settings) {
        return new Pace(connection, settings.messagesPerSecond());
    }

    @Bean(destroyMethod = "close")
    SendingTurns turns(Pace pace) {
        return new SendingTurns(pace);
    }

    @Bean
    Prompts prompts(SharedConnection connection, ChannelSeal seal) {
        return new Prompts(new SealedStore(new RedisValueStore(connection, "countersign:"), seal));
    }

    @Bean
    Reachability reachability(
            StatementPublisher statementPublisher, SecureRandom random, Clock clock) {
        return new Reachability(statementPublisher, random, clock);
    }

    @Bean
    PromptSender promptSender(
            Bot bot,
            SendingTurns turns,
            Challenges store,
            OpenPrompts prompts,
            SecureRandom random) {
        return new PromptSender(bot, turns, store, prompts, random);
    }

    @Bean
    Provider telegram(PromptSender sender, Reachability reachability, Clock clock) {
        return new Provider(Bot.PROVIDER, new RefusalsTold(sender, reachability, clock));
    }

    @Bean
    PressedDecisions decisions(
            StatementPublisher statementPublisher,
            Statements statements,
            ChannelSeal seal,
            ReceiptInbox receipts,
            Clock clock) {
        return new PressedDecisions(statementPublisher, statements, seal, receipts, clock);
    }

    @Bean
    PressHandler pressHandler(
            Prompts prompts,
            Challenges challenges,
            Deliveries deliveries,
            PressedDecisions decisions) {
        return new PressHandler(prompts, challenges, deliveries, decisions);
    }

    @Bean
    LinkHandler linkHandler(
            Tickets tickets,
            ChannelSeal seal,
            Statements statements,
            StatementPublisher statementPublisher) {
        return new LinkHandler(tickets, seal, statements, statementPublisher);
    }

    @Bean
    UpdateHandler updateHandler(
            PressHandler presses,
            LinkHandler links,
            Reachability reachability,
            Bot bot,
            SendingTurns turns) {
        return new UpdateHandler(presses, links, reachability, bot, turns);
    }
}
