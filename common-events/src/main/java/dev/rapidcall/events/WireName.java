package dev.rapidcall.events;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The name and version under which an event travels. It never changes; a change that readers cannot
 * take is a new record with a new version.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface WireName {
  /** Such as {@code rapidcall.call.ended.v1}. */
  String value();
}
