/** What operators demand of accounts. */
@NullMarked
package io.countersign.gateway.policy;

import org.jspecify.annotations.NullMarked;
