package io.countersign.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TestServersTest {

    @Test
    void everybody_gets_the_same_servers() {
        assertThat(TestServers.kafka()).isSameAs(TestServers.kafka());
        assertThat(TestServers.redis()).isSameAs(TestServers.redis());
        assertThat(TestServers.postgres()).isSameAs(TestServers.postgres());
    }

    @Test
    void everybody_gets_a_database_of_their_own() {
        assertThat(TestServers.freshDatabase().jdbcUrl())
                .isNotEqualTo(TestServers.freshDatabase().jdbcUrl());
    }
}
