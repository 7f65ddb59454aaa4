/** The HTTP API, twin of the pages. */
@NullMarked
package io.countersign.gateway.api;

import org.jspecify.annotations.NullMarked;
