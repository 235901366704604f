package dev.rapidcall.testing;

import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** Both servers as containers of the official images. */
final class ContainerServers implements TestServers {
  private final PostgreSQLContainer postgres =
      new PostgreSQLContainer("postgres:18").withUsername("postgres").withPassword("postgres");
  private final KafkaContainer kafka =
      new KafkaContainer("apache/kafka:4.2.1")
          .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
          .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0")
          .withEnv("KAFKA_GROUP_CONSUMER_MIN_HEARTBEAT_INTERVAL_MS", "300")
          .withEnv("KAFKA_GROUP_CONSUMER_HEARTBEAT_INTERVAL_MS", "500");

  ContainerServers() {
    postgres.start();
    kafka.start();
  }

  @Override
  public String kafkaBootstrapServers() {
    return kafka.getBootstrapServers();
  }

  @Override
  public String postgresAddress() {
    return "postgresql://postgres:postgres@" + hostAndPort();
  }

  @Override
  public String jdbcUrl(String database) {
    return "jdbc:postgresql://"
        + hostAndPort()
        + "/"
        + database
        + "?user=postgres&password=postgres";
  }

  private String hostAndPort() {
    return postgres.getHost() + ":" + postgres.getMappedPort(5432);
  }
}
