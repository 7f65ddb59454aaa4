/** Says beside each controller who may call it. */
@NullMarked
package io.countersign.gateway.access;

import org.jspecify.annotations.NullMarked;
