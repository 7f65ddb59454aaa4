/** Says where a challenge stands, and follows it live. */
@NullMarked
package io.countersign.engine.status;

import org.jspecify.annotations.NullMarked;
