package dev.rapidcall.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.events.Event;
import dev.rapidcall.events.Topic;
import dev.rapidcall.messaging.EventConsumer;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.ResolvableType;
import org.springframework.core.type.filter.AssignableTypeFilter;

/** Here all services are on one class path, so here it shows who really reads what. */
class TopicReadersTest {
  private static final Map<String, String> SERVICES =
      Map.of(
          "gateway", "api-gateway",
          "calls", "call-service",
          "recordings", "recording-service",
          "telephony", "telephony-service",
          "billing", "billing-service");

  @Test
  void everyTopicIsReadByWhomItsInterfaceNames() throws ClassNotFoundException {
    Map<String, Set<String>> said = new TreeMap<>();
    for (Class<?> family : Event.class.getPermittedSubclasses()) {
      Topic topic = Objects.requireNonNull(family.getAnnotation(Topic.class));
      said.put(topic.value(), new TreeSet<>(Set.of(topic.consumedBy())));
    }

    assertThat(readers()).isEqualTo(said);
  }

  private static Map<String, Set<String>> readers() throws ClassNotFoundException {
    Map<String, Set<String>> readers = new TreeMap<>();
    Stream.of(Event.class.getPermittedSubclasses())
        .forEach(family -> readers.put(topic(family), new TreeSet<>()));
    for (Map.Entry<String, String> service : SERVICES.entrySet()) {
      ClassPathScanningCandidateComponentProvider search =
          new ClassPathScanningCandidateComponentProvider(false);
      search.addIncludeFilter(new AssignableTypeFilter(EventConsumer.class));
      for (var found : search.findCandidateComponents("dev.rapidcall." + service.getKey())) {
        Class<?> family =
            ResolvableType.forClass(Class.forName(found.getBeanClassName()))
                .as(EventConsumer.class)
                .getGeneric(0)
                .resolve(Object.class);
        Objects.requireNonNull(readers.get(topic(family))).add(service.getValue());
      }
    }
    return readers;
  }

  private static String topic(Class<?> family) {
    return Objects.requireNonNull(family.getAnnotation(Topic.class), family.getName()).value();
  }
}
