/** New passwords, over the API. */
@NullMarked
package io.countersign.gateway.api.password;

import org.jspecify.annotations.NullMarked;
