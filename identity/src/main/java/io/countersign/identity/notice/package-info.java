/** Tells people things by mail, reliably: a notice written with its cause is sent in the end. */
@NullMarked
package io.countersign.identity.notice;

import org.jspecify.annotations.NullMarked;
