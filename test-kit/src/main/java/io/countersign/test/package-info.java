/** Makes the tests of all modules steady, however slow the machine is. */
@NullMarked
package io.countersign.test;

import org.jspecify.annotations.NullMarked;
