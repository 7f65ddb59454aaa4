/**
 * Gives a Spring Boot application its store on Redis, and Redis' health.
 *
 * <p>The store itself knows no Spring: this package alone does, and its libraries are optional.
 * Gateway and workers have them, because they reach Redis as Spring Boot's {@code
 * spring.data.redis.*} says.
 */
@NullMarked
package io.countersign.store.autoconfigure;

import org.jspecify.annotations.NullMarked;
