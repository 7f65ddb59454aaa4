/** What an account has enrolled and proven. */
@NullMarked
package io.countersign.identity.factor;

import org.jspecify.annotations.NullMarked;
