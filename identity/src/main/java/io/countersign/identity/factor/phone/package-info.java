/** The phones of an account, and what they serve for. */
@NullMarked
package io.countersign.identity.factor.phone;

import org.jspecify.annotations.NullMarked;
