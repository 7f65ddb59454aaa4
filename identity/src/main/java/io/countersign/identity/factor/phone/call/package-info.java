/** A call whose number's last four digits are the code. */
@NullMarked
package io.countersign.identity.factor.phone.call;

import org.jspecify.annotations.NullMarked;
