/** Places calls through Twilio and hears from it what became of them. */
@NullMarked
package io.countersign.voice.twilio;

import org.jspecify.annotations.NullMarked;
