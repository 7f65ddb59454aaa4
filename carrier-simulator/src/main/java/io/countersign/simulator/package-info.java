/** Stands in for the providers, so that Countersign can be tried with no account anywhere. */
@NullMarked
package io.countersign.simulator;

import org.jspecify.annotations.NullMarked;
