/** What pages show once stays with the session that may see it, until its person has it. */
@NullMarked
package io.countersign.gateway.web.kept;

import org.jspecify.annotations.NullMarked;
