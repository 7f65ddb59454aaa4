/** Carries one requested delivery: too late, claimed, sent, reported, handed over. */
@NullMarked
package io.countersign.channel.deliver;

import org.jspecify.annotations.NullMarked;
