package io.countersign.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FreePortTest {

    @Test
    void a_free_port_is_none_that_a_client_may_be_given_first() throws Exception {
        List<Integer> ports = FreePort.several(100);

        assertThat(ports).doesNotHaveDuplicates().noneMatch(FreePort.clients()::contains);
    }
}
