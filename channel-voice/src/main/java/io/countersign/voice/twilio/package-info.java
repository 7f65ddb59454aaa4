/** Places calls through Twilio and receives from it what became of them. */
@NullMarked
package io.countersign.voice.twilio;

import org.jspecify.annotations.NullMarked;
