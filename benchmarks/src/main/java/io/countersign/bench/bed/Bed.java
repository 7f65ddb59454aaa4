package io.countersign.bench.bed;

import io.countersign.bench.client.AppCodes;
import io.countersign.bench.client.Clients;
import io.countersign.bench.client.SignIn;
import io.countersign.bench.engine.DeliveryLoads;
import io.countersign.bench.engine.StackServers;
import io.countersign.bench.keycloak.Crowd;
import io.countersign.bench.load.Load;
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
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** A stack with people in it, ready to be measured. */
public final class Bed implements AutoCloseable {

    private static final int PHONES = 2_000;
    private static final int APPS = 8_000;
    private static final int PLAIN = 2_000;
    private static final int ADDRESSES = 32;

    /** How many sign in at once where the most is looked for. */
    public static final int CROWD = 16;

    private final Path checkout;
    private final OwnStack stack;
    private final SmsProvider provider;
    private final DeliveryLoads deliveries;
    private final ProcessCosts costs;
    private final WorkCounter work;
    private final Clients clients = new Clients(ADDRESSES);
    private final Clients oneAddress = new Clients(1);
    private final Crowd crowd;
    private final Load sms;
    private final Load app;
    private final Load appFromOneAddress;
    private final Load plain;
    private double saturation;

    /**
     * Makes the people.
     *
     * @param checkout where the stack comes from
     * @param provider where its SMS go
     */
    public Bed(Path checkout, OwnStack stack, SmsProvider provider)
            throws IOException, SQLException {
        this.checkout = checkout;
        this.stack = stack;
        this.provider = provider;
        this.deliveries = new DeliveryLoads(StackServers.of(stack), provider);
        this.costs = new ProcessCosts(stack.programs());
        this.work = new WorkCounter(stack);
        People people =
                new People(
                        stack.postgres("countersign"),
                        GatewayKeys.read(stack.keys()),
                        BareHash.encoder());
        List<Person> phones = people.make(0, PHONES, Having.PHONE);
        List<Person> apps = people.make(PHONES, APPS, Having.APP);
        this.crowd =
                new Crowd(
                        apps.subList(0, APPS / 2),
                        people.make(PHONES + APPS, PLAIN, Having.NOTHING),
                        clients,
                        new AppCodes(Clock.systemUTC()));
        URI gateway = stack.address("auth-gateway");
        this.sms = new Load(SignIn.bySms(clients, gateway, provider), phones);
        this.app = new Load(SignIn.byApp(clients, gateway, crowd.codes()), crowd.withApp());
        this.appFromOneAddress =
                new Load(
                        SignIn.byApp(oneAddress, gateway, crowd.codes()),
                        apps.subList(APPS / 2, APPS));
        this.plain = new Load(SignIn.byPassword(clients, gateway), crowd.plain());
    }

    /** Warms everything up, and finds the most SMS sign-ins a second. */
    public void warmUp(Duration length) {
        app.saturated(CROWD, length);
        sms.saturated(CROWD, length.multipliedBy(2));
        saturation = sms.saturated(CROWD, length).proven().rate();
    }

    /** The most SMS sign-ins a second. */
    public double saturation() {
        return saturation;
    }

    public OwnStack stack() {
        return stack;
    }

    /** From which the stack was started. */
    public Path checkout() {
        return checkout;
    }

    public SmsProvider provider() {
        return provider;
    }

    /** Deliveries without a sign-in. */
    public DeliveryLoads deliveries() {
        return deliveries;
    }

    public ProcessCosts costs() {
        return costs;
    }

    public WorkCounter work() {
        return work;
    }

    /** Sign-ins by SMS. */
    public Load sms() {
        return sms;
    }

    /** Sign-ins by authenticator app, from many addresses. */
    public Load app() {
        return app;
    }

    /** Sign-ins by password alone. */
    public Load plain() {
        return plain;
    }

    /** Those of {@link #app()} and {@link #plain()}. */
    public Crowd crowd() {
        return crowd;
    }

    public Load appFromOneAddress() {
        return appFromOneAddress;
    }

    @Override
    public void close() throws IOException, SQLException {
        deliveries.close();
        work.close();
        clients.close();
        oneAddress.close();
    }
}
