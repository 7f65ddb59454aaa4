/** The pages on which people add, prove, name and remove their phones. */
@NullMarked
package io.countersign.gateway.web.phone;

import org.jspecify.annotations.NullMarked;
