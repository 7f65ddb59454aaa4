/** Authenticator apps: connecting them, and proving to have one by the code that it shows. */
@NullMarked
package io.countersign.gateway.authenticator;

import org.jspecify.annotations.NullMarked;
