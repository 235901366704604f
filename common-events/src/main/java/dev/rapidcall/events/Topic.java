package dev.rapidcall.events;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The Kafka topic that carries the events of a sealed interface. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Topic {
  /** The topic's name; its dead letters lie in the same name with {@code .dlt} behind it. */
  String value();

  /** The service that writes it. */
  String publishedBy();

  /** The services that read it. */
  String[] consumedBy() default {};
}
