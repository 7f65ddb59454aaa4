package io.countersign.channel.worker;

import io.countersign.broker.Publisher;
import io.countersign.challenge.store.Challenges;
import io.countersign.challenge.store.Statements;
import io.countersign.channel.deliver.AfterSend;
import io.countersign.channel.deliver.ClaimHandler;
import io.countersign.channel.deliver.Courier;
import io.countersign.channel.deliver.DeliveryHandler;
import io.countersign.channel.deliver.HandOver;
import io.countersign.channel.deliver.SendOnce;
import io.countersign.channel.followup.FollowUpSeal;
import io.countersign.channel.followup.FollowUps;
import io.countersign.channel.receipt.ReceiptInbox;
import io.countersign.channel.report.DeliveryJournal;
import io.countersign.channel.report.Reports;
import io.countersign.channel.send.Provider;
import io.countersign.channel.send.Providers;
import io.countersign.channel.statement.StatementPublisher;
import io.countersign.delivery.store.Deliveries;
import io.countersign.events.Channel;
import io.countersign.events.EventCodec;
import io.countersign.events.seal.ChannelSeal;
import io.countersign.events.seal.StepOpener;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The path of a delivery through a worker. */
@Configuration(proxyBeanMethods = false)
class DeliveryConfiguration {

    @Bean
    Providers providers(ObjectProvider<Provider> providers) {
        return new Providers(providers.orderedStream().toList());
    }

    @Bean
    DeliveryJournal deliveryJournal(MeterRegistry meters, Clock clock) {
        return new DeliveryJournal(meters, clock);
    }

    @Bean
    Reports reports(Publisher publisher, EventCodec codec, Clock clock) {
        return new Reports(publisher, codec, clock);
    }

    @Bean
    StatementPublisher statementPublisher(
            Channel channel,
            ChannelSeal seal,
            Statements store,
            Publisher publisher,
            EventCodec codec,
            Clock clock) {
        return new StatementPublisher(channel, seal, store, publisher, codec, clock);
    }

    @Bean
    ReceiptInbox receiptInbox(
            Deliveries store, Reports reports, DeliveryJournal journal, FollowUps followUps) {
        return new ReceiptInbox(store, reports, journal, followUps);
    }

    @Bean
    HandOver handOver(Deliveries store, Publisher publisher, EventCodec codec) {
        return new HandOver(store, publisher, codec);
    }

    @Bean
    AfterSend afterSend(
            Reports reports,
            HandOver handOver,
            FollowUps followUps,
            FollowUpSeal followUpSeal,
            Deliveries store) {
        return new AfterSend(reports, handOver, followUps, followUpSeal, store);
    }

    @Bean
    ClaimHandler claimHandler(
            Deliveries store,
            Challenges challenges,
            WorkerSettings settings,
            SecureRandom random,
            Clock clock) {
        return new ClaimHandler(
                store,
                challenges,
                settings.sendTimes(),
                () -> holder(random),
                clock,
                System::nanoTime);
    }

    @Bean
    SendOnce sendOnce(Providers providers, DeliveryJournal journal) {
        return new SendOnce(providers, journal, System::nanoTime);
    }

    @Bean
    DeliveryHandler deliveryHandler(EventCodec codec, StepOpener opener, Courier courier) {
        return new DeliveryHandler(codec, opener, courier);
    }

    @Bean
    Courier courier(
            ClaimHandler claims,
            SendOnce sendOnce,
            AfterSend afterSend,
            DeliveryJournal journal,
            WorkerSettings settings) {
        return new Courier(claims, sendOnce, afterSend, journal, settings.sendTimes());
    }

    private static String holder(SecureRandom random) {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
