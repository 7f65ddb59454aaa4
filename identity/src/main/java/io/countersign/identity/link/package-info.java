/** Links that people get by mail, each good for one thing, once and for a while. */
@NullMarked
package io.countersign.identity.link;

import org.jspecify.annotations.NullMarked;
