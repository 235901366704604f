package dev.rapidcall.local.apidocs;

import dev.rapidcall.calls.input.BodyRules;
import dev.rapidcall.calls.input.ReadBy;
import io.swagger.v3.oas.models.Operation;
import java.lang.reflect.Constructor;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.MethodParameter;
import org.springframework.web.method.HandlerMethod;

/** Puts the rules by which a route reads its body beside what springdoc says of the route. */
@AutoConfiguration
public class DescribedBodies {
  /** The extension that holds the body's schema. */
  public static final String EXTENSION = "x-read-by";

  @Bean
  GlobalOperationCustomizer bodies() {
    return DescribedBodies::describe;
  }

  private static Operation describe(Operation operation, HandlerMethod route) {
    for (MethodParameter parameter : route.getMethodParameters()) {
      ReadBy readBy = parameter.getParameterAnnotation(ReadBy.class);
      if (readBy != null) {
        operation.addExtension(EXTENSION, rules(readBy.value()).schema());
      }
    }
    return operation;
  }

  private static BodyRules rules(Class<? extends BodyRules> type) {
    try {
      Constructor<? extends BodyRules> made = type.getDeclaredConstructor();
      made.setAccessible(true);
      return made.newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type + " cannot be made without arguments", e);
    }
  }
}
