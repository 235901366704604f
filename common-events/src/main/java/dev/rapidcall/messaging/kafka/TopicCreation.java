package dev.rapidcall.messaging.kafka;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import dev.rapidcall.messaging.EventTypes;
import dev.rapidcall.messaging.MessagingProperties;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * Creates the topics that are missing, before anything consumes or sends. What exists is left as it
 * is: more partitions would move keys and so break their order.
 */
public final class TopicCreation implements SmartInitializingSingleton {
  private static final String DEAD_LETTER_RETENTION_MS =
      Long.toString(Duration.ofDays(90).toMillis());

  private final TopicNames names;
  private final MessagingProperties properties;
  private final Map<String, Object> connection;

  /** Creates topics at the broker that the given admin configuration names. */
  public TopicCreation(
      TopicNames names, MessagingProperties properties, Map<String, Object> connection) {
    this.names = names;
    this.properties = properties;
    this.connection = connection;
  }

  @Override
  public void afterSingletonsInstantiated() {
    try (Admin admin = Admin.create(bounded())) {
      List<String> created = createMissing(admin);
      new NewTopics(admin, created, properties.partitions()).awaitLeaders(properties.brokerWait());
    } catch (ExecutionException e) {
      throw new BrokerUnavailableException(bootstrapServers(), e.getCause());
    } catch (TimeoutException e) {
      throw new BrokerUnavailableException(bootstrapServers(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BrokerUnavailableException(bootstrapServers(), e);
    }
  }

  /** The topics that were missing, those aside that another service created meanwhile. */
  private List<String> createMissing(Admin admin)
      throws ExecutionException, TimeoutException, InterruptedException {
    List<String> created = new ArrayList<>();
    for (Map.Entry<String, KafkaFuture<Void>> creation :
        admin.createTopics(topics()).values().entrySet()) {
      if (isCreated(creation.getValue())) {
        created.add(creation.getKey());
      }
    }
    return created;
  }

  private boolean isCreated(KafkaFuture<Void> creation)
      throws ExecutionException, TimeoutException, InterruptedException {
    try {
      creation.get(properties.brokerWait().toMillis(), MILLISECONDS);
      return true;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof TopicExistsException) {
        return false;
      }
      throw e;
    }
  }

  private List<NewTopic> topics() {
    List<NewTopic> topics = new ArrayList<>();
    for (String topic : new EventTypes().topics()) {
      String name = names.atBroker(topic);
      topics.add(topic(name, RecordSizes.EVENT, Map.of()));
      topics.add(
          topic(
              names.deadLetters(name),
              RecordSizes.DEAD_LETTER,
              Map.of(TopicConfig.RETENTION_MS_CONFIG, DEAD_LETTER_RETENTION_MS)));
    }
    return topics;
  }

  private NewTopic topic(String name, int maxBytes, Map<String, String> more) {
    Map<String, String> settings = new HashMap<>(more);
    // Broker time everywhere: retention must not delete an event because it tells of long ago.
    settings.put(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");
    settings.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(maxBytes + 64 * 1024));
    return new NewTopic(name, properties.partitions(), properties.replication()).configs(settings);
  }

  private Map<String, Object> bounded() {
    Map<String, Object> settings = new HashMap<>(connection);
    int wait = Math.toIntExact(properties.brokerWait().toMillis());
    settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, wait);
    settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, Math.min(wait, 10_000));
    return settings;
  }

  private Object bootstrapServers() {
    return connection.getOrDefault(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, "?");
  }
}
