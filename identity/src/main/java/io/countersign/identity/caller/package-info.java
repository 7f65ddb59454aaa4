/** Who calls, from where and in which session, and what may become of that session. */
@NullMarked
package io.countersign.identity.caller;

import org.jspecify.annotations.NullMarked;
