/** The start page, which leads to everything that is simulated. */
@NullMarked
package io.countersign.simulator.home;

import org.jspecify.annotations.NullMarked;
