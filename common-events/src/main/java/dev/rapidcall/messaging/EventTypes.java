package dev.rapidcall.messaging;

import dev.rapidcall.events.Event;
import dev.rapidcall.events.Topic;
import dev.rapidcall.events.WireName;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The vocabulary's table of contents, drawn from the sealed interfaces themselves. */
public final class EventTypes {
  private final Map<String, Class<? extends Event>> byWireName =
      families()
          .flatMap(EventTypes::permitted)
          .collect(Collectors.toUnmodifiableMap(EventTypes::wireName, Function.identity()));

  /** Every topic's name, without the prefix of the installation. */
  public List<String> topics() {
    return families().map(EventTypes::topic).sorted().toList();
  }

  /** All events of the vocabulary. */
  public List<Class<? extends Event>> all() {
    return List.copyOf(byWireName.values());
  }

  /** The record that travels under a wire name; empty if this version does not know it. */
  public Optional<Class<? extends Event>> named(String wireName) {
    return Optional.ofNullable(byWireName.get(wireName));
  }

  /** The topic of a sealed interface or of one of its records. */
  public static String topic(Class<? extends Event> type) {
    Topic own = type.getAnnotation(Topic.class);
    if (own != null) {
      return own.value();
    }
    return Arrays.stream(type.getInterfaces())
        .map(family -> family.getAnnotation(Topic.class))
        .filter(topic -> topic != null)
        .map(Topic::value)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(type.getName() + " belongs to no topic"));
  }

  /** The name that a record travels under. */
  public static String wireName(Class<? extends Event> type) {
    return required(type, WireName.class).value();
  }

  private static Stream<Class<? extends Event>> families() {
    return permitted(Event.class);
  }

  private static Stream<Class<? extends Event>> permitted(Class<? extends Event> family) {
    return Arrays.stream(family.getPermittedSubclasses()).map(type -> type.asSubclass(Event.class));
  }

  private static <A extends Annotation> A required(Class<?> type, Class<A> annotation) {
    A found = type.getAnnotation(annotation);
    if (found == null) {
      throw new IllegalStateException(type.getName() + " lacks @" + annotation.getSimpleName());
    }
    return found;
  }
}
