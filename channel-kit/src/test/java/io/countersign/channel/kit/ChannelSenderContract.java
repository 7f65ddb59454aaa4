package io.countersign.channel.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.channel.send.ChannelSender;
import io.countersign.channel.send.DeliveryOutcome;
import io.countersign.channel.send.DeliveryOutcome.Accepted;
import io.countersign.channel.send.DeliveryOutcome.Late;
import io.countersign.channel.send.DeliveryOutcome.Refused;
import io.countersign.channel.send.DeliveryOutcome.Unavailable;
import io.countersign.channel.send.DeliveryOutcome.Uncertain;
import io.countersign.channel.send.OutgoingMessage;
import io.countersign.events.content.Destination;
import io.countersign.events.content.Message;
import io.countersign.events.id.DeliveryId;
import io.countersign.events.id.Subject;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What every sender does with what a provider can do to it, seen at the wire. */
public abstract class ChannelSenderContract {

    protected static final DeliveryId DELIVERY =
            new DeliveryId(Subject.parse("challenge:0123456789abcdefghijkl"), 1, 0, 1);

    private static final Duration PATIENT = Duration.ofSeconds(30);

    /** For a provider that does not answer; long enough for a busy machine to ask it. */
    private static final Duration HASTY = Duration.ofSeconds(3);

    /** The provider, misbehaving as told. */
    public enum Behaviour {
        ACCEPTS,
        REFUSES_DESTINATION,
        ASKS_TO_WAIT_7_SECONDS,
        BREAKS,
        ACCEPTS_BUT_NEVER_ANSWERS,
        CUTS_THE_CONNECTION,
        IS_GONE
    }

    /** A sender whose provider behaves as told from now on. */
    protected abstract ChannelSender senderWhileProvider(Behaviour behaviour);

    /** How many messages the provider was asked to take, counting each try at the wire. */
    protected abstract int requestsSeen();

    @Test
    void aMessageThatWasTakenHasTheProvidersReference() {
        assertThat(send(Behaviour.ACCEPTS))
                .isInstanceOfSatisfying(
                        Accepted.class, accepted -> assertThat(accepted.reference()).isNotBlank());
        assertThat(requestsSeen()).isEqualTo(1);
    }

    @Test
    @Tag("RELIABILITY-23")
    void nothingLeavesOnceItsTimeIsOver() {
        OutgoingMessage late =
                new OutgoingMessage(
                        DELIVERY, destination(), content(), Locale.ENGLISH, Duration.ZERO, PATIENT);

        assertThat(senderWhileProvider(Behaviour.ACCEPTS).send(late)).isEqualTo(new Late());
        assertThat(requestsSeen()).isZero();
    }

    @Test
    void aRefusedDestinationIsRefused() {
        assertThat(send(Behaviour.REFUSES_DESTINATION)).isInstanceOf(Refused.class);
        assertThat(requestsSeen()).isEqualTo(1);
    }

    @Test
    @Tag("RELIABILITY-6")
    void aProviderThatAsksToWaitIsUnavailableForAsLong() {
        assertThat(send(Behaviour.ASKS_TO_WAIT_7_SECONDS))
                .isInstanceOfSatisfying(
                        Unavailable.class,
                        unavailable ->
                                assertThat(unavailable.retryAfter()).isEqualTo(restAskedFor()));
        assertThat(requestsSeen()).isEqualTo(1);
    }

    @Test
    @Tag("RELIABILITY-6")
    void aProviderThatBreaksMayHaveTakenItAndIsAskedOnce() {
        assertThat(send(Behaviour.BREAKS)).isInstanceOf(Uncertain.class);
        assertThat(requestsSeen()).isEqualTo(1);
    }

    @Test
    @Tag("RELIABILITY-5")
    void aProviderThatNeverAnswersMayHaveTakenItAndHoldsNobodyUp() {
        long start = System.nanoTime();

        assertThat(senderWhileProvider(Behaviour.ACCEPTS_BUT_NEVER_ANSWERS).send(message(HASTY)))
                .isInstanceOf(Uncertain.class);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(HASTY.plusSeconds(10));
        assertThat(requestsSeen()).isEqualTo(1);
    }

    @Test
    @Tag("RELIABILITY-5")
    void aProviderThatCutsTheConnectionMayHaveTakenItAndIsAskedOnce() {
        assertThat(send(Behaviour.CUTS_THE_CONNECTION)).isInstanceOf(Uncertain.class);
        assertThat(requestsSeen()).isEqualTo(1);
    }

    @Test
    void aProviderThatCannotBeReachedHasCertainlyNotTakenIt() {
        assertThat(send(Behaviour.IS_GONE)).isInstanceOf(Unavailable.class);
    }

    /** Another rest for a provider that cannot say how long. */
    protected Duration restAskedFor() {
        return Duration.ofSeconds(7);
    }

    /** Where the contract's message goes. */
    protected Destination destination() {
        return TestGateway.PHONE;
    }

    /** What it says. */
    protected Message content() {
        return new Message.Code(TestGateway.CODE);
    }

    /** The message that the contract sends. */
    public final OutgoingMessage message() {
        return message(PATIENT);
    }

    protected final OutgoingMessage message(Duration timeout) {
        return new OutgoingMessage(
                DELIVERY, destination(), content(), Locale.ENGLISH, Duration.ofMinutes(2), timeout);
    }

    /** The same with another validity. */
    protected final OutgoingMessage messageThatCounts(Duration validity) {
        return new OutgoingMessage(
                DELIVERY, destination(), content(), Locale.ENGLISH, validity, PATIENT);
    }

    private DeliveryOutcome send(Behaviour behaviour) {
        return senderWhileProvider(behaviour).send(message());
    }
}
