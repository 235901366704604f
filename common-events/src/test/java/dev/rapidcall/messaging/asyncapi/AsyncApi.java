package dev.rapidcall.messaging.asyncapi;

import dev.rapidcall.events.Event;
import dev.rapidcall.events.ExampleEvents;
import dev.rapidcall.events.Topic;
import dev.rapidcall.messaging.EventCodec;
import dev.rapidcall.messaging.EventHeaders;
import dev.rapidcall.messaging.EventTypes;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The AsyncAPI 3.0 document of all topics: what lies on them, who writes it and who reads it. */
final class AsyncApi {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
  private static final EventCodec CODEC = new EventCodec();
  private static final int PARTITIONS = 6;
  private static final int REPLICAS = 1;

  private final EventSchemas schemas = new EventSchemas();

  static String document() {
    return JSON.writeValueAsString(new AsyncApi().whole()) + "\n";
  }

  private Map<String, Object> whole() {
    Map<String, Object> channels = new LinkedHashMap<>();
    Map<String, Object> operations = new LinkedHashMap<>();
    Map<String, Object> messages = new LinkedHashMap<>();
    for (Class<? extends Event> family : families()) {
      Topic topic = topic(family);
      channels.put(topic.value(), channel(family, topic));
      operations.put(
          topic.publishedBy() + ".sends." + topic.value(),
          operation("send", topic, topic.publishedBy()));
      for (String consumer : topic.consumedBy()) {
        operations.put(
            consumer + ".receives." + topic.value(), operation("receive", topic, consumer));
      }
      records(family).forEach(type -> messages.put(EventTypes.wireName(type), message(type)));
    }
    return map(
        "asyncapi",
        "3.0.0",
        "info",
        info(),
        "defaultContentType",
        "application/json",
        "channels",
        channels,
        "operations",
        operations,
        "components",
        map("messages", messages, "schemas", withHeaders()));
  }

  private static Map<String, Object> info() {
    return map(
        "title",
        "RapidCall events",
        "version",
        "1",
        "description",
        "What the services tell each other over Kafka: CloudEvents 1.0 in binary mode. Delivery is"
            + " at least once; a reader skips an id that it has handled, ignores fields and types"
            + " that it does not know, and keeps the order of one key. Before every address may"
            + " stand the installation's KAFKA_TOPIC_PREFIX. What a reader cannot handle lies in"
            + " the address with .dlt behind it, with the headers dlt_consumer, dlt_exception,"
            + " dlt_message, dlt_topic, dlt_partition and dlt_offset.",
        "license",
        map("name", "Apache-2.0", "url", "https://www.apache.org/licenses/LICENSE-2.0"));
  }

  private static Map<String, Object> channel(Class<? extends Event> family, Topic topic) {
    Map<String, Object> messages = new LinkedHashMap<>();
    records(family)
        .forEach(
            type ->
                messages.put(
                    EventTypes.wireName(type), reference("messages/" + EventTypes.wireName(type))));
    return map(
        "address", topic.value(),
        "messages", messages,
        "bindings",
            map(
                "kafka",
                map(
                    "topic",
                    topic.value(),
                    "partitions",
                    PARTITIONS,
                    "replicas",
                    REPLICAS,
                    "bindingVersion",
                    "0.5.0")));
  }

  private static Map<String, Object> operation(String action, Topic topic, String service) {
    return map(
        "action", action,
        "channel", map("$ref", "#/channels/" + topic.value()),
        "tags", List.of(map("name", service)));
  }

  private Map<String, Object> message(Class<? extends Event> type) {
    return map(
        "name", EventTypes.wireName(type),
        "title", type.getSimpleName(),
        "contentType", "application/json",
        "headers", reference("schemas/CloudEvent"),
        "payload", schemas.of(type.asSubclass(Record.class)),
        "bindings",
            map("kafka", map("key", reference("schemas/CallId"), "bindingVersion", "0.5.0")),
        "examples", List.of(map("payload", example(type))));
  }

  private Map<String, Object> withHeaders() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("CloudEvent", headers());
    all.putAll(schemas.named());
    return all;
  }

  private static Map<String, Object> headers() {
    Map<String, Object> time = map("type", "string", "format", "date-time");
    Map<String, Object> text = map("type", "string");
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put(EventHeaders.SPEC_VERSION, map("const", "1.0"));
    properties.put(EventHeaders.ID, text);
    properties.put(EventHeaders.TYPE, text);
    properties.put(EventHeaders.SOURCE, text);
    properties.put(EventHeaders.TIME, time);
    properties.put(EventHeaders.RECORDED_TIME, time);
    properties.put(EventHeaders.CORRELATION_ID, text);
    properties.put(EventHeaders.CAUSATION_ID, text);
    properties.put(EventHeaders.CONTENT_TYPE, map("const", "application/json"));
    return map(
        "type",
        "object",
        "properties",
        properties,
        "required",
        List.of(
            EventHeaders.SPEC_VERSION,
            EventHeaders.ID,
            EventHeaders.TYPE,
            EventHeaders.SOURCE,
            EventHeaders.TIME));
  }

  private static JsonNode example(Class<? extends Event> type) {
    Event example =
        ExampleEvents.complete().stream()
            .filter(type::isInstance)
            .findFirst()
            .orElseThrow(() -> new AssertionError("there is no example of " + type.getName()));
    return JSON.readTree(CODEC.write(example));
  }

  private static List<Class<? extends Event>> families() {
    return permitted(Event.class)
        .sorted(Comparator.comparing(family -> topic(family).value()))
        .toList();
  }

  private static List<Class<? extends Event>> records(Class<? extends Event> family) {
    return permitted(family).sorted(Comparator.comparing(EventTypes::wireName)).toList();
  }

  private static Stream<Class<? extends Event>> permitted(Class<? extends Event> family) {
    return Stream.of(family.getPermittedSubclasses()).map(type -> type.asSubclass(Event.class));
  }

  private static Topic topic(Class<? extends Event> family) {
    return Objects.requireNonNull(family.getAnnotation(Topic.class), family.getName());
  }

  private static Map<String, Object> reference(String component) {
    return map("$ref", "#/components/" + component);
  }

  private static Map<String, Object> map(Object... namesAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      map.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return map;
  }
}
