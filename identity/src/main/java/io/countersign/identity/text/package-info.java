/** Reads what people type, in whatever script and with whatever comes along when it is pasted. */
@NullMarked
package io.countersign.identity.text;

import org.jspecify.annotations.NullMarked;
