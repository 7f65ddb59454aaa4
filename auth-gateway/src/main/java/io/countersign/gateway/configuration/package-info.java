/** Puts the program together from its settings. */
@NullMarked
package io.countersign.gateway.configuration;

import org.jspecify.annotations.NullMarked;
