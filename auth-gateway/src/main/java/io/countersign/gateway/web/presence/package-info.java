/** The page of the active sessions. */
@NullMarked
package io.countersign.gateway.web.presence;

import org.jspecify.annotations.NullMarked;
