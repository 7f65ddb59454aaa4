/** Recovery codes: a way in for who has lost all other factors, each good for one time. */
@NullMarked
package io.countersign.gateway.recovery;

import org.jspecify.annotations.NullMarked;
