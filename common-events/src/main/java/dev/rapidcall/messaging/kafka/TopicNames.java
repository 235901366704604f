package dev.rapidcall.messaging.kafka;

import dev.rapidcall.events.Event;
import dev.rapidcall.messaging.EventTypes;

/** Names at the broker: those of the vocabulary with the prefix of this installation. */
public record TopicNames(String prefix) {

  /** The topic of a sealed interface. */
  public String of(Class<? extends Event> family) {
    return atBroker(EventTypes.topic(family));
  }

  /** A topic of the vocabulary. */
  public String atBroker(String topic) {
    return prefix + topic;
  }

  /** Where the dead letters of a topic at the broker lie. */
  public String deadLetters(String topicAtBroker) {
    return topicAtBroker + ".dlt";
  }

  /** The consumer group of a consumer. */
  public String group(String consumer) {
    return prefix + consumer;
  }
}
