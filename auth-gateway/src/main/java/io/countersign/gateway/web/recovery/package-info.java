/** The pages on which people get their recovery codes. */
@NullMarked
package io.countersign.gateway.web.recovery;

import org.jspecify.annotations.NullMarked;
