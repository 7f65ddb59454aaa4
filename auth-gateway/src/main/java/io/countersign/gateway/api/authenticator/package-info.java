/** Authenticator apps over the API. */
@NullMarked
package io.countersign.gateway.api.authenticator;

import org.jspecify.annotations.NullMarked;
