package dev.rapidcall.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.junit.jupiter.api.Test;

class TestInfrastructureIT {
  private final TestInfrastructure infrastructure = TestInfrastructure.shared();

  @Test
  void everyEnvironmentHasADatabaseAndTopicsOfItsOwn() throws Exception {
    Map<String, String> one = infrastructure.freshEnvironment();
    Map<String, String> other = infrastructure.freshEnvironment();

    assertThat(one.get("DATABASE_URL")).isNotEqualTo(other.get("DATABASE_URL"));
    assertThat(one.get("KAFKA_TOPIC_PREFIX")).isNotEqualTo(other.get("KAFKA_TOPIC_PREFIX"));
    String url = Objects.requireNonNull(one.get("TEST_JDBC_URL"));
    try (Connection connection = DriverManager.getConnection(url)) {
      assertThat(connection.isValid(5)).isTrue();
    }
  }

  @Test
  void theBrokerAnswers() throws Exception {
    Map<String, Object> where =
        Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, infrastructure.kafkaBootstrapServers());
    try (Admin admin = Admin.create(where)) {
      assertThat(admin.describeCluster().nodes().get(30, TimeUnit.SECONDS)).hasSize(1);
    }
  }
}
