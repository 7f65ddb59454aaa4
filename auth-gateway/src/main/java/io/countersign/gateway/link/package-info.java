/** Links that people get by mail, each good for one thing, once and for a while. */
@NullMarked
package io.countersign.gateway.link;

import org.jspecify.annotations.NullMarked;
