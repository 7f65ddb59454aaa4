/** Tells people by mail what happens to their accounts, and lets them say that it was not them. */
@NullMarked
package io.countersign.identity.alert;

import org.jspecify.annotations.NullMarked;
