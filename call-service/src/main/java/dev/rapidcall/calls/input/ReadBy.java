package dev.rapidcall.calls.input;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names the rules by which a route reads its body, for the API's document. */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface ReadBy {
  /** The rules; their class can be made without arguments. */
  Class<? extends BodyRules> value();
}
