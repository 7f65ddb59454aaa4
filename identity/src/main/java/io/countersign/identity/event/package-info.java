/** What happens to accounts, announced once. */
@NullMarked
package io.countersign.identity.event;

import org.jspecify.annotations.NullMarked;
