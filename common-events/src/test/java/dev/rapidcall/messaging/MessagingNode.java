package dev.rapidcall.messaging;

import static org.awaitility.Awaitility.await;

import dev.rapidcall.events.Event;
import dev.rapidcall.events.EventId;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One instance of a service that has nothing but messaging. Instances of one environment share it.
 */
public final class MessagingNode implements AutoCloseable {
  private final ConfigurableApplicationContext context;

  private MessagingNode(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /** Starts an instance with these consumers. */
  public static MessagingNode start(
      Map<String, String> environment, List<RecordingConsumer<?>> consumers, String... settings) {
    SpringApplicationBuilder builder =
        new SpringApplicationBuilder(Application.class)
            .properties("spring.config.name=messaging-it")
            .properties(new LinkedHashMap<String, Object>(environment))
            .initializers(
                context ->
                    consumers.forEach(
                        consumer -> register((GenericApplicationContext) context, consumer)));
    String[] arguments =
        Arrays.stream(settings).map(setting -> "--" + setting).toArray(String[]::new);
    return new MessagingNode(builder.run(arguments));
  }

  private static void register(GenericApplicationContext context, RecordingConsumer<?> consumer) {
    context.registerBean(consumer.name(), RecordingConsumer.class, () -> consumer);
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  /** What messaging says of itself. */
  public Status health() {
    HealthIndicator messaging = context.getBean("messagingHealthIndicator", HealthIndicator.class);
    return Objects.requireNonNull(messaging.health()).getStatus();
  }

  public void inTransaction(Runnable work) {
    new TransactionTemplate(bean(PlatformTransactionManager.class))
        .executeWithoutResult(transaction -> work.run());
  }

  public void publish(String id, Event event) {
    inTransaction(() -> bean(EventPublisher.class).publish(new EventId(id), Instant.EPOCH, event));
  }

  /** Sends an event as if from outside; on a busy machine the broker may need to be asked again. */
  public void ingest(Envelope<?>... envelopes) {
    await()
        .atMost(Duration.ofSeconds(60))
        .ignoreException(NotDurableException.class)
        .untilAsserted(() -> bean(IngestPublisher.class).publish(envelopes));
  }

  public long outboxSize() {
    return bean(JdbcClient.class).sql("select count(*) from outbox").query(Long.class).single();
  }

  /** The numbers that a consumer handled of a call, in order. */
  public List<Integer> effects(String consumer, String callId) {
    return bean(JdbcClient.class)
        .sql(
            "select number from effects where consumer = :consumer and call_id = :call order by id")
        .param("consumer", consumer)
        .param("call", callId)
        .query(Integer.class)
        .list();
  }

  @Override
  public void close() {
    context.close();
  }

  @SpringBootConfiguration
  @EnableAutoConfiguration
  static class Application {}
}
