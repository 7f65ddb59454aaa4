package io.countersign.stack.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.stack.application.Application;
import io.countersign.stack.process.JavaProgram;
import io.countersign.stack.settings.Ports;
import io.countersign.stack.settings.Settings;
import io.countersign.stack.settings.StartRefused;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DrillOptionsTest {

    private static final Path CHECKOUT = Path.of("/checkout");
    private static final List<Application> ALL = List.of(program("one"), program("two"));

    @Test
    void without_options_each_program_is_started_a_hundred_times() throws Exception {
        DrillOptions options = parse("starts");

        assertThat(options.times()).isEqualTo(100);
        assertThat(options.chosen(ALL)).isEqualTo(ALL);
    }

    @Test
    void it_stays_away_from_the_ports_and_the_data_of_a_stack_that_runs() throws Exception {
        Settings settings = parse("starts").settings();

        assertThat(settings.ports()).isNotEqualTo(Ports.defaults());
        assertThat(settings.data()).isEqualTo(CHECKOUT.resolve(".countersign/drill"));
        assertThat(parse("starts", "--data-dir=/other").settings().data())
                .isEqualTo(Path.of("/other"));
    }

    @Test
    void programs_are_chosen_by_name() throws Exception {
        assertThat(parse("starts", "--program=two").chosen(ALL)).containsExactly(ALL.getLast());
        assertThatThrownBy(() -> parse("starts", "--program=three").chosen(ALL))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("one, two");
    }

    @Test
    void what_makes_no_sense_is_refused() {
        assertThatThrownBy(() -> parse()).isInstanceOf(StartRefused.class);
        assertThatThrownBy(() -> parse("stops")).isInstanceOf(StartRefused.class);
        assertThatThrownBy(() -> parse("starts", "--times=0")).isInstanceOf(StartRefused.class);
        assertThatThrownBy(() -> parse("starts", "--often")).isInstanceOf(StartRefused.class);
    }

    private static DrillOptions parse(String... options) throws StartRefused {
        return DrillOptions.parse(CHECKOUT, List.of(options));
    }

    private static Application program(String name) {
        return new Application(new JavaProgram(name, List.of(), List.of(), "Main", Map.of()), 8080);
    }
}
