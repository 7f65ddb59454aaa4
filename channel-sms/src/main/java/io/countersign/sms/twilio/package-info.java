/** Sends SMS through Twilio and receives from it what became of them. */
@NullMarked
package io.countersign.sms.twilio;

import org.jspecify.annotations.NullMarked;
