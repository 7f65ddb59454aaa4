/** Opens challenges: who is asked, what for and until when, and the right code. */
@NullMarked
package io.countersign.engine.open;

import org.jspecify.annotations.NullMarked;
