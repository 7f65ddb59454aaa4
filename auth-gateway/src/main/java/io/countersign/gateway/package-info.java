/** The auth gateway: lets people in once a password and a second factor are right. */
@NullMarked
package io.countersign.gateway;

import org.jspecify.annotations.NullMarked;
