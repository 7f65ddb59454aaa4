/** Adds and removes factors, each by who has proven enough. */
@NullMarked
package io.countersign.identity.enrol;

import org.jspecify.annotations.NullMarked;
