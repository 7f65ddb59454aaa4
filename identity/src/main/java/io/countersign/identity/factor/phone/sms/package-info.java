/** A code by SMS. */
@NullMarked
package io.countersign.identity.factor.phone.sms;

import org.jspecify.annotations.NullMarked;
