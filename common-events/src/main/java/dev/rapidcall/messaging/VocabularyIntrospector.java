package dev.rapidcall.messaging;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import dev.rapidcall.events.Id;
import java.lang.reflect.Constructor;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.AnnotatedConstructor;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedMethod;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;

/**
 * Tells Jackson what the vocabulary says without Jackson's annotations: an {@link Id} is its text,
 * a component that is not {@code @Nullable} must be there, and an enum value that this version does
 * not know is the constant {@code OTHER} where there is one.
 */
final class VocabularyIntrospector extends JacksonAnnotationIntrospector {
  private static final long serialVersionUID = 1L;

  @Override
  public @Nullable Boolean hasAsValue(MapperConfig<?> config, Annotated annotated) {
    boolean value =
        annotated instanceof AnnotatedMethod method
            && method.getName().equals("value")
            && Id.class.isAssignableFrom(method.getDeclaringClass());
    return value ? Boolean.TRUE : super.hasAsValue(config, annotated);
  }

  @Override
  public JsonCreator.@Nullable Mode findCreatorAnnotation(
      MapperConfig<?> config, Annotated annotated) {
    boolean ofId =
        annotated instanceof AnnotatedConstructor constructor
            && constructor.getParameterCount() == 1
            && Id.class.isAssignableFrom(constructor.getDeclaringClass());
    return ofId ? JsonCreator.Mode.DELEGATING : super.findCreatorAnnotation(config, annotated);
  }

  @Override
  public @Nullable Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
    return isRequired(member) ? Boolean.TRUE : super.hasRequiredMarker(config, member);
  }

  @Override
  public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated annotated) {
    return isRequired(annotated)
        ? JsonSetter.Value.forValueNulls(Nulls.FAIL)
        : super.findSetterInfo(config, annotated);
  }

  @Override
  public @Nullable Enum<?> findDefaultEnumValue(
      MapperConfig<?> config, AnnotatedClass annotatedClass, Enum<?>[] values) {
    return Arrays.stream(values)
        .filter(value -> value.name().equals("OTHER"))
        .findFirst()
        .orElse(null);
  }

  private static boolean isRequired(Annotated annotated) {
    return annotated instanceof AnnotatedParameter parameter
        && parameter.getOwner().getAnnotated() instanceof Constructor<?> constructor
        && constructor.getDeclaringClass().isRecord()
        && !constructor.getAnnotatedParameterTypes()[parameter.getIndex()].isAnnotationPresent(
            Nullable.class);
  }
}
