package io.countersign.voice.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.channel.kit.TestGateway;
import io.countersign.delivery.Acceptance;
import io.countersign.delivery.Receipt;
import io.countersign.events.FailureReason;
import io.countersign.voice.number.CallingNumber;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacedCallTest {

    private static final Acceptance ACCEPTANCE = new Acceptance("twilio", "CA1", Instant.EPOCH);

    @ParameterizedTest
    @CsvSource({
        "queued,OnItsWay",
        "initiated,OnItsWay",
        "initiated ringing,Rings",
        "initiated ringing no-answer,Arrived",
        "no-answer ringing,Arrived",
        "initiated ringing canceled,Arrived",
        "initiated ringing in-progress,Arrived",
        "initiated ringing in-progress completed,Arrived",
        "completed,Arrived",
        "initiated no-answer,NOT_DELIVERED",
        "initiated canceled,NOT_DELIVERED",
        "initiated failed,NOT_DELIVERED",
        "initiated ringing failed,NOT_DELIVERED",
        "initiated busy,LINE_BUSY",
        "initiated ringing busy,LINE_BUSY"
    })
    void a_number_that_was_shown_has_arrived(String heard, String expected) {
        assertThat(word(call(false, heard))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "initiated ringing,Rings",
        "initiated ringing no-answer,NOT_DELIVERED",
        "initiated ringing canceled,NOT_DELIVERED",
        "initiated ringing busy,LINE_BUSY",
        "initiated failed,NOT_DELIVERED",
        "initiated ringing in-progress,Arrived",
        "completed,Arrived"
    })
    void a_code_that_is_read_out_has_arrived_when_somebody_answered(String heard, String expected) {
        assertThat(word(call(true, heard))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "initiated,false",
        "initiated no-answer,true",
        "initiated failed,true",
        "initiated canceled,true",
        "initiated busy,false",
        "ringing no-answer,false",
        "completed,false"
    })
    void a_number_misses_when_the_phone_neither_rang_nor_was_busy(String heard, boolean missed) {
        assertThat(call(false, heard).missed()).isEqualTo(missed);
    }

    @Test
    void whatever_twilio_calls_it_is_known() {
        assertThat(CallStatus.of("no-answer")).contains(CallStatus.NO_ANSWER);
        assertThat(CallStatus.of("NO_ANSWER")).isEmpty();
        assertThat(CallStatus.of("")).isEmpty();
    }

    private static PlacedCall call(boolean spoken, String heard) {
        PlacedCall call =
                new PlacedCall(
                        new CallingNumber("+12125550100"), TestGateway.PHONE, spoken, Set.of());
        return Arrays.stream(heard.split(" "))
                .map(status -> CallStatus.of(status).orElseThrow())
                .reduce(call, PlacedCall::hearing, (one, _) -> one);
    }

    private static String word(PlacedCall call) {
        return switch (call.receipt(ACCEPTANCE, FailureReason.NOT_DELIVERED)) {
            case Receipt.OnItsWay _ -> "OnItsWay";
            case Receipt.Rings _ -> "Rings";
            case Receipt.Arrived _ -> "Arrived";
            case Receipt.Lost(_, FailureReason reason) -> reason.name();
        };
    }
}
