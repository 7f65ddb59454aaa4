/** What operators require of accounts. */
@NullMarked
package io.countersign.identity.policy;

import org.jspecify.annotations.NullMarked;
