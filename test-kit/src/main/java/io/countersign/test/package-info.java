/** Keeps the tests of all modules steady, on machines of any speed and at any time. */
@NullMarked
package io.countersign.test;

import org.jspecify.annotations.NullMarked;
