/** The demonstration account of the local stack. */
@NullMarked
package io.countersign.gateway.demo;

import org.jspecify.annotations.NullMarked;
