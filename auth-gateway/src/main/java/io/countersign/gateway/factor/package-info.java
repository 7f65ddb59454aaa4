/** What an account can prove besides its password, and by which methods. */
@NullMarked
package io.countersign.gateway.factor;

import org.jspecify.annotations.NullMarked;
