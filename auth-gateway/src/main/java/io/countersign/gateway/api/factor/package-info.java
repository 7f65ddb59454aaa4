/** What people have connected already, over the API, whatever kind it is. */
@NullMarked
package io.countersign.gateway.api.factor;

import org.jspecify.annotations.NullMarked;
