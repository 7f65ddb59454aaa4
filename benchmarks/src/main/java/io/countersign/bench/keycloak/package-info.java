/** Keycloak as a peer: starts it, fills it with the same people, and signs them in. */
@NullMarked
package io.countersign.bench.keycloak;

import org.jspecify.annotations.NullMarked;
