/** Opens challenges: who is asked, what for and until when, and the code that is right. */
@NullMarked
package io.countersign.engine.open;

import org.jspecify.annotations.NullMarked;
