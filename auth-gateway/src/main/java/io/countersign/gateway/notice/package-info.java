/** Tells people things by mail, surely: what is written with its cause is sent in the end. */
@NullMarked
package io.countersign.gateway.notice;

import org.jspecify.annotations.NullMarked;
