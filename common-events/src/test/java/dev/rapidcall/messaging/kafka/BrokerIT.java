package dev.rapidcall.messaging.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rapidcall.events.CallLifecycleEvent;
import dev.rapidcall.messaging.EventTypes;
import dev.rapidcall.messaging.MessagingNode;
import dev.rapidcall.testing.TestBroker;
import dev.rapidcall.testing.TestInfrastructure;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;

class BrokerIT {
  private final Map<String, String> environment = TestInfrastructure.shared().freshEnvironment();

  @Test
  void topicsAndTheirDeadLettersAreMadeAtTheStart() throws Exception {
    try (MessagingNode first = MessagingNode.start(environment, List.of());
        MessagingNode second = MessagingNode.start(environment, List.of());
        Admin admin = admin()) {
      assertThat(first.outboxSize() + second.outboxSize()).isZero();
      String ingest = TestBroker.of(environment).topic(CallLifecycleEvent.class);
      List<String> topics =
          new EventTypes()
              .topics().stream()
                  .map(topic -> environment.get("KAFKA_TOPIC_PREFIX") + topic)
                  .toList();
      assertThat(admin.listTopics().names().get(30, TimeUnit.SECONDS))
          .containsAll(topics)
          .containsAll(topics.stream().map(topic -> topic + ".dlt").toList());
      assertThat(describe(admin, ingest).partitions()).hasSize(3);
      assertThat(config(admin, ingest).get("message.timestamp.type").value())
          .isEqualTo("LogAppendTime");
    }
  }

  @Test
  void theStartFailsClearlyWhenTheBrokerIsAway() {
    Map<String, String> broken = new HashMap<>(environment);
    broken.put("KAFKA_BOOTSTRAP_SERVERS", "localhost:1");

    assertThatExceptionOfType(BrokerUnavailableException.class)
        .isThrownBy(
            () -> MessagingNode.start(broken, List.of(), "rapidcall.messaging.broker-wait=2s"))
        .withMessageContaining("localhost:1")
        .withMessageContaining("KAFKA_BOOTSTRAP_SERVERS");
  }

  private Admin admin() {
    Map<String, Object> settings = new HashMap<>();
    settings.put(
        AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, environment.get("KAFKA_BOOTSTRAP_SERVERS"));
    return Admin.create(settings);
  }

  private static TopicDescription describe(Admin admin, String topic) throws Exception {
    return admin
        .describeTopics(List.of(topic))
        .allTopicNames()
        .get(30, TimeUnit.SECONDS)
        .values()
        .stream()
        .findFirst()
        .orElseThrow();
  }

  private static Config config(Admin admin, String topic) throws Exception {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    return admin
        .describeConfigs(List.of(resource))
        .all()
        .get(30, TimeUnit.SECONDS)
        .values()
        .stream()
        .findFirst()
        .orElseThrow();
  }
}
