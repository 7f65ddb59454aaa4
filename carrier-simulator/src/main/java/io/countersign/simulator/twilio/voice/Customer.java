package io.countersign.simulator.twilio.voice;

import io.countersign.simulator.calls.Call;
import io.countersign.simulator.calls.CallEvent;
import io.countersign.simulator.calls.CallingParty;
import io.countersign.simulator.calls.Verb;
import io.countersign.simulator.twilio.SimulatedTwilioSettings;
import io.countersign.simulator.twilio.callback.SignedCallback;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The customer of Twilio who has placed a call: is told by callbacks, one after the other. */
final class Customer implements CallingParty {

    private final Instructions instructions;
    private final Optional<CallReports> reports;
    private final ReportStyle style;
    private final Post post;
    private final ExecutorService messenger =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());
    private final List<SortedMap<String, String>> heldBack = new ArrayList<>();
    private int events;

    /** What it takes to write to customers. */
    @Component
    record Post(
            SimulatedTwilioSettings account, SignedCallback callback, InstructionsClient client) {}

    Customer(
            Instructions instructions,
            Optional<CallReports> reports,
            ReportStyle style,
            Post post) {
        this.instructions = instructions;
        this.reports = reports;
        this.style = style;
        this.post = post;
    }

    @Override
    public void hear(CallEvent event, Call call) {
        int sequenceNumber = events++;
        reports.filter(wanted -> wanted.events().contains(event))
                .ifPresent(
                        wanted ->
                                report(
                                        wanted,
                                        CallParameters.of(
                                                event, sequenceNumber, call, post.account())));
        if (event == CallEvent.COMPLETED) {
            reports.ifPresent(wanted -> send(wanted, heldBack.reversed().stream()));
            messenger.shutdown();
        }
    }

    @Override
    public List<Verb> script(Call call) throws InterruptedException {
        return switch (instructions) {
            case Instructions.Document(String twiml) -> TwiML.read(twiml);
            case Instructions.Address address ->
                    post.client()
                            .fetch(address, CallParameters.of(call, post.account()))
                            .map(TwiML::read)
                            .orElse(TwiML.APPLICATION_ERROR);
        };
    }

    private void report(CallReports wanted, SortedMap<String, String> report) {
        switch (style) {
            case USUAL -> send(wanted, Stream.of(report));
            case LOST -> {}
            case BACKWARDS -> heldBack.add(report);
            case TWICE -> send(wanted, Stream.of(report, report));
        }
    }

    private void send(CallReports wanted, Stream<SortedMap<String, String>> due) {
        due.forEach(report -> messenger.execute(() -> deliver(wanted, report)));
    }

    private void deliver(CallReports wanted, SortedMap<String, String> report) {
        try {
            if (wanted.get()) {
                post.callback().get(wanted.url(), report);
            } else {
                post.callback().post(wanted.url(), report);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
