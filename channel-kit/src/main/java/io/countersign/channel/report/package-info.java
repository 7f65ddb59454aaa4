/** Reports what became of deliveries: by event, log and meter. */
@NullMarked
package io.countersign.channel.report;

import org.jspecify.annotations.NullMarked;
