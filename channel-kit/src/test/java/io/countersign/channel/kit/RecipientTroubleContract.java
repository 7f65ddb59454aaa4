package io.countersign.channel.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.channel.send.ChannelSender;
import io.countersign.channel.send.Concerned;
import io.countersign.channel.send.DeliveryOutcome.Accepted;
import io.countersign.channel.send.DeliveryOutcome.Unavailable;
import io.countersign.channel.send.OutgoingMessage;
import io.countersign.channel.send.Provider;
import io.countersign.channel.send.Providers;
import io.countersign.events.content.Destination;
import io.countersign.events.id.DeliveryId;
import io.countersign.events.id.Subject;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What every sender's provider can say about one recipient delays that one and nobody else. */
public interface RecipientTroubleContract {

    /** Each answer that is about one recipient, as the provider gives it. */
    List<Runnable> troublesOfOne();

    /** The provider takes everything from now on. */
    void wellAgain();

    ChannelSender sender();

    OutgoingMessage message();

    Destination anotherRecipient();

    @Test
    @Tag("RELIABILITY-19")
    default void oneRecipientInTroubleWithoutEndHoldsUpNobodyElse() {
        assertThat(troublesOfOne()).isNotEmpty();
        for (Runnable trouble : troublesOfOne()) {
            Provider provider = new Provider("provider", sender());
            Providers providers = new Providers(List.of(provider));
            for (int i = 0; i < 12; i++) {
                trouble.run();
                assertThat(providers.send(message()).outcome())
                        .isInstanceOfSatisfying(
                                Unavailable.class,
                                delayed ->
                                        assertThat(delayed.whom()).isEqualTo(Concerned.RECIPIENT));
            }
            assertThat(provider.healthy()).isTrue();
            wellAgain();
            assertThat(providers.send(messageToAnother()).outcome()).isInstanceOf(Accepted.class);
        }
    }

    private OutgoingMessage messageToAnother() {
        OutgoingMessage one = message();
        return new OutgoingMessage(
                new DeliveryId(Subject.parse("challenge:abcdefghijkl0123456789"), 1, 0, 1),
                anotherRecipient(),
                one.message(),
                one.locale(),
                one.validity(),
                one.timeout());
    }
}
