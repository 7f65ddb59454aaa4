/** Gives a Spring Boot application its broker, the topics, health and the intake of events. */
@NullMarked
package io.countersign.broker.autoconfigure;

import org.jspecify.annotations.NullMarked;
