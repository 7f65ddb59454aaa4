/** The pages. */
@NullMarked
package io.countersign.gateway.web;

import org.jspecify.annotations.NullMarked;
