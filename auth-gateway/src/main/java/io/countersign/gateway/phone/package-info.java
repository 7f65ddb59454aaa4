/** The phones of an account, kept sealed. */
@NullMarked
package io.countersign.gateway.phone;

import org.jspecify.annotations.NullMarked;
