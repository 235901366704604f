package dev.rapidcall.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** Both servers as child process and threads of this JVM, on random ports. */
final class EmbeddedServers implements TestServers {
  private static final Map<String, String> BROKER =
      Map.ofEntries(
          Map.entry("auto.create.topics.enable", "false"),
          Map.entry("offsets.topic.replication.factor", "1"),
          Map.entry("offsets.topic.num.partitions", "2"),
          Map.entry("transaction.state.log.replication.factor", "1"),
          Map.entry("transaction.state.log.min.isr", "1"),
          Map.entry("transaction.state.log.num.partitions", "1"),
          Map.entry("share.coordinator.state.topic.replication.factor", "1"),
          Map.entry("share.coordinator.state.topic.min.isr", "1"),
          Map.entry("group.initial.rebalance.delay.ms", "0"),
          Map.entry("group.consumer.min.session.timeout.ms", "3000"),
          Map.entry("group.consumer.session.timeout.ms", "6000"),
          Map.entry("group.consumer.min.heartbeat.interval.ms", "300"),
          Map.entry("group.consumer.heartbeat.interval.ms", "500"),
          Map.entry("log.cleaner.enable", "false"));

  private final EmbeddedPostgres postgres;
  private final EmbeddedKafkaKraftBroker kafka;

  EmbeddedServers() {
    postgres = startPostgres();
    kafka = new EmbeddedKafkaKraftBroker(1, 1);
    kafka.brokerProperties(BROKER);
    // Its own default would become a system property that wins over each test's configuration.
    kafka.brokerListProperty("rapidcall.test-infrastructure.kafka");
    kafka.afterPropertiesSet();
    Runtime.getRuntime().addShutdownHook(new Thread(kafka::destroy, "test-kafka-stop"));
  }

  @Override
  public String kafkaBootstrapServers() {
    return kafka.getBrokersAsString();
  }

  @Override
  public String postgresAddress() {
    return "postgresql://postgres:postgres@localhost:" + postgres.getPort();
  }

  @Override
  public String jdbcUrl(String database) {
    return postgres.getJdbcUrl("postgres", database);
  }

  private static EmbeddedPostgres startPostgres() {
    try {
      return EmbeddedPostgres.builder()
          .setServerConfig("max_connections", "300")
          .setServerConfig("fsync", "off")
          .setServerConfig("synchronous_commit", "off")
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException("the test's Postgres did not start", e);
    }
  }
}
