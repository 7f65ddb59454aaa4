/** Adds and removes factors, for people who have proven enough. */
@NullMarked
package io.countersign.identity.enrol;

import org.jspecify.annotations.NullMarked;
