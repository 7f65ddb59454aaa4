package io.countersign.bench;

import io.countersign.bench.client.Clients;
import io.countersign.bench.client.SignIn;
import io.countersign.bench.load.Load;
import io.countersign.bench.load.Outcome;
import io.countersign.bench.measure.ProcessCosts;
import io.countersign.bench.measure.WorkCounter;
import io.countersign.bench.peer.BareHash;
import io.countersign.bench.people.People;
import io.countersign.bench.people.People.Having;
import io.countersign.bench.people.Person;
import io.countersign.bench.stack.SmsProvider;
import io.countersign.engine.keys.GatewayKeys;
import io.countersign.stack.own.OwnStack;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** A stack with people in it, ready to be measured. */
final class Bed implements AutoCloseable {

    private static final InstantSource CLOCK = Clock.systemUTC();
    private static final int PHONES = 2_000;
    private static final int APPS = 6_000;
    private static final int ADDRESSES = 32;
    private static final int CROWD = 16;

    final OwnStack stack;
    final ProcessCosts costs;
    final WorkCounter work;
    final Clients clients;
    final Clients oneAddress;
    final Load sms;
    final Load app;
    final Load appFromOneAddress;
    private double saturation;

    Bed(OwnStack stack, SmsProvider provider) throws IOException, SQLException {
        this.stack = stack;
        this.costs = new ProcessCosts(stack.programs());
        this.work = new WorkCounter(stack);
        this.clients = new Clients(ADDRESSES);
        this.oneAddress = new Clients(1);
        People people =
                new People(
                        stack.postgres("countersign"),
                        GatewayKeys.read(stack.keys()),
                        BareHash.encoder());
        this.sms =
                new Load(
                        SignIn.bySms(clients, stack.address("auth-gateway"), provider),
                        people.make(0, PHONES, Having.PHONE));
        List<Person> apps = people.make(PHONES, APPS, Having.APP);
        this.app =
                new Load(
                        SignIn.byApp(clients, stack.address("auth-gateway"), CLOCK),
                        apps.subList(0, APPS / 2));
        this.appFromOneAddress =
                new Load(
                        SignIn.byApp(oneAddress, stack.address("auth-gateway"), CLOCK),
                        apps.subList(APPS / 2, APPS));
    }

    /** Warms everything up, and finds the most SMS sign-ins a second. */
    void warmUp(Duration length) {
        app.saturated(CROWD, length);
        sms.saturated(CROWD, length.multipliedBy(2));
        saturation = check(sms.saturated(CROWD, length)).rate();
    }

    /** The most SMS sign-ins a second. */
    double saturation() {
        return saturation;
    }

    static int crowd() {
        return CROWD;
    }

    /**
     * Takes an outcome that proves something.
     *
     * @throws IllegalStateException where more than one in a hundred failed
     */
    static Outcome check(Outcome outcome) {
        if (outcome.failed() * 100 > outcome.wholes().getTotalCount()) {
            throw new IllegalStateException(
                    "%d of %d failed, such as: %s"
                            .formatted(
                                    outcome.failed(),
                                    outcome.failed() + outcome.wholes().getTotalCount(),
                                    outcome.example()));
        }
        return outcome;
    }

    @Override
    public void close() throws IOException, SQLException {
        work.close();
        clients.close();
        oneAddress.close();
    }
}
