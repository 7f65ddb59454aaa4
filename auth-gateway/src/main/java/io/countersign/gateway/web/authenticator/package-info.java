/** The pages on which people connect, name and remove their authenticator apps. */
@NullMarked
package io.countersign.gateway.web.authenticator;

import org.jspecify.annotations.NullMarked;
