package io.countersign.gateway.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Opens a handler to more than those who have just given a second factor. Without it, a handler of
 * the Security page or the API asks for a fresh second factor, and any other for a signed-in
 * session.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface OpenTo {

    Access value();
}
