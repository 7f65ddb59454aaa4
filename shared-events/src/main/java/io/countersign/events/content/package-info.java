/** What one channel is to deliver, and to whom: all that a step seals. */
@NullMarked
package io.countersign.events.content;

import org.jspecify.annotations.NullMarked;
