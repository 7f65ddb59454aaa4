/** The pages on which people connect their authenticator apps. */
@NullMarked
package io.countersign.gateway.web.authenticator;

import org.jspecify.annotations.NullMarked;
