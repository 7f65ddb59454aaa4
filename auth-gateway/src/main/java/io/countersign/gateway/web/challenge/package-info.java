/** The page that asks for a code and shows live what becomes of its delivery. */
@NullMarked
package io.countersign.gateway.web.challenge;

import org.jspecify.annotations.NullMarked;
