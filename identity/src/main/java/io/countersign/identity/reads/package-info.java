/** What one request reads of an account, read once. */
@NullMarked
package io.countersign.identity.reads;

import org.jspecify.annotations.NullMarked;
