/** Rules about the code that the compiler and Maven's modules cannot check. */
@NullMarked
package io.countersign.architecture;

import org.jspecify.annotations.NullMarked;
