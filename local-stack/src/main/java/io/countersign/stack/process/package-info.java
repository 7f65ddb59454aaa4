/** Child processes that never outlive their parent and are started again when they end. */
@NullMarked
package io.countersign.stack.process;

import org.jspecify.annotations.NullMarked;
