/** Keeps what pages show once with the session that may see it, until the person has it. */
@NullMarked
package io.countersign.gateway.web.kept;

import org.jspecify.annotations.NullMarked;
