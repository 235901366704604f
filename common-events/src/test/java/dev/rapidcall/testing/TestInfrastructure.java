package dev.rapidcall.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Real Postgres and real Kafka for tests, started once per JVM at first use. Embedded, or by
 * Testcontainers with {@code -Drapidcall.testcontainers=true}.
 */
public final class TestInfrastructure {
  private final TestServers servers;
  private final AtomicInteger issued = new AtomicInteger();

  private TestInfrastructure(TestServers servers) {
    this.servers = servers;
  }

  /** The one of this JVM. */
  public static TestInfrastructure shared() {
    return Shared.INSTANCE;
  }

  /**
   * Environment variables for one service or platform: a database that is new and empty, the
   * broker, a topic prefix that nobody else uses, and what every service needs besides.
   */
  public Map<String, String> freshEnvironment() {
    String name = "test_" + ProcessHandle.current().pid() + "_" + issued.incrementAndGet();
    createDatabase(name);
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("DATABASE_URL", servers.postgresAddress() + "/" + name);
    variables.put("DATABASE_SSL", "false");
    variables.put("DATABASE_POOL_MAX", "8");
    variables.put("TEST_JDBC_URL", servers.jdbcUrl(name));
    variables.put("KAFKA_BOOTSTRAP_SERVERS", servers.kafkaBootstrapServers());
    variables.put("KAFKA_TOPIC_PREFIX", name + ".");
    variables.put("KAFKA_TOPIC_PARTITIONS", "3");
    variables.put("KAFKA_TOPIC_REPLICATION", "1");
    variables.put("INTERNAL_TOKEN_KEY", "an-internal-token-key-for-tests-only-0001");
    variables.put("PORT", "0");
    return variables;
  }

  /** {@code host:port} of the broker. */
  public String kafkaBootstrapServers() {
    return servers.kafkaBootstrapServers();
  }

  private void createDatabase(String name) {
    try (Connection connection = DriverManager.getConnection(servers.jdbcUrl("postgres"));
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException e) {
      throw new IllegalStateException("the test database could not be created", e);
    }
  }

  private static final class Shared {
    private static final TestInfrastructure INSTANCE =
        new TestInfrastructure(
            Boolean.getBoolean("rapidcall.testcontainers")
                ? new ContainerServers()
                : new EmbeddedServers());
  }
}
