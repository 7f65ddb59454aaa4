/** Carries events over Apache Kafka, in the CloudEvents Kafka binding's binary mode. */
@NullMarked
package io.countersign.broker.kafka;

import org.jspecify.annotations.NullMarked;
