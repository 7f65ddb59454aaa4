/** What a channel's workers remember together, sealed for them alone. */
@NullMarked
package io.countersign.channel.sealed;

import org.jspecify.annotations.NullMarked;
