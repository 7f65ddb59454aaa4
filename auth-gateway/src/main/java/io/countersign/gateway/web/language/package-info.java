/** Finds the language in which a visitor reads. */
@NullMarked
package io.countersign.gateway.web.language;

import org.jspecify.annotations.NullMarked;
