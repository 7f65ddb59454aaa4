/** The pages on which people add and prove their phones, and choose what they serve for. */
@NullMarked
package io.countersign.gateway.web.phone;

import org.jspecify.annotations.NullMarked;
