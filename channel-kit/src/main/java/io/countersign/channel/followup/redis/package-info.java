/** Follow-ups in Redis, shared by all of a channel's workers. */
@NullMarked
package io.countersign.channel.followup.redis;

import org.jspecify.annotations.NullMarked;
