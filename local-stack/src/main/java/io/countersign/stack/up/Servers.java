package io.countersign.stack.up;

import io.countersign.stack.EmbeddedKafka;
import io.countersign.stack.EmbeddedPostgres;
import io.countersign.stack.EmbeddedRedis;

/** What the applications stand on, running. */
record Servers(EmbeddedKafka kafka, EmbeddedRedis redis, EmbeddedPostgres postgres) {}
