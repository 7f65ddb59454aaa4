/** What a browser or a program that signed in may do, and for how long. */
@NullMarked
package io.countersign.gateway.session;

import org.jspecify.annotations.NullMarked;
