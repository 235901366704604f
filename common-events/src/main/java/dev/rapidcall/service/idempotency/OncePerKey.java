package dev.rapidcall.service.idempotency;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A route that runs once per key: its whole work and its answer commit in one transaction. Only for
 * what writes to the database and does nothing else, for the transaction lasts as long as it does.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface OncePerKey {}
