/** Links a Telegram account. */
@NullMarked
package io.countersign.identity.factor.telegram.link;

import org.jspecify.annotations.NullMarked;
