/** What happens to accounts, announced once. */
@NullMarked
package io.countersign.gateway.event;

import org.jspecify.annotations.NullMarked;
