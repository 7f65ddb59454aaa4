package io.countersign.stack.up;

import io.countersign.stack.EmbeddedPostgres;
import io.countersign.stack.EmbeddedRedis;
import io.countersign.stack.KafkaProcess;

/** What the applications stand on, running. */
record Servers(KafkaProcess kafka, EmbeddedRedis redis, EmbeddedPostgres postgres) {}
