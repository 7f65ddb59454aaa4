/** Puts messages into words that fit one SMS. */
@NullMarked
package io.countersign.sms.text;

import org.jspecify.annotations.NullMarked;
