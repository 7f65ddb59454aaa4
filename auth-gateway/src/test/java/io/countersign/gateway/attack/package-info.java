/** What attackers try, and what they get. */
@NullMarked
package io.countersign.gateway.attack;

import org.jspecify.annotations.NullMarked;
