/** The cookies in addition to the session's own: known and remembered devices. */
@NullMarked
package io.countersign.gateway.session.cookie;

import org.jspecify.annotations.NullMarked;
