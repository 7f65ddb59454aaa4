/** What all of the HTTP API has in common. */
@NullMarked
package io.countersign.gateway.api;

import org.jspecify.annotations.NullMarked;
