/** The engine as a whole, without Spring, stores, brokers or accounts. */
@NullMarked
package io.countersign.engine;

import org.jspecify.annotations.NullMarked;
