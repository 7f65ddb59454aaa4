/** Tells everybody else what became of deliveries: by event, by log and by meter. */
@NullMarked
package io.countersign.channel.report;

import org.jspecify.annotations.NullMarked;
