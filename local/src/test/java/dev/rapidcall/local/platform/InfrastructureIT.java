package dev.rapidcall.local.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InfrastructureIT {

  @TempDir private Path directory;

  @Test
  void startsWithItsDataAfterTheProcessThatHeldItWasKilled() throws Exception {
    Ports before = Ports.random();
    Process killed = InfrastructureHolder.start(directory, before);
    execute(before, "CREATE TABLE words (word text)");
    execute(before, "INSERT INTO words VALUES ('kept')");
    KafkaWords.createTopic(before.kafka());
    KafkaWords.send(before.kafka(), "kept");
    ProcessHandle postmaster = postmaster();

    killed.destroyForcibly().waitFor();

    Ports after = Ports.random();
    try (StopSequence running = new StopSequence()) {
      InfrastructureHolder.start(directory, after, running);
      assertThat(query(after, "SELECT word FROM words")).isEqualTo("kept");
      assertThat(KafkaWords.readOne(after.kafka())).isEqualTo("kept");
      assertThat(postmaster.isAlive()).isFalse();
    }
  }

  @Test
  void runsOnceOnADirectory() throws Exception {
    Process first = InfrastructureHolder.start(directory, Ports.random());
    try (StopSequence running = new StopSequence()) {
      assertThatExceptionOfType(PlatformException.class)
          .isThrownBy(() -> InfrastructureHolder.start(directory, Ports.random(), running))
          .withMessageContaining("already runs");
    } finally {
      first.destroyForcibly().waitFor();
      OrphanedPostmaster.clear(directory.resolve("postgres"));
    }
  }

  private ProcessHandle postmaster() throws Exception {
    Path pidFile = directory.resolve("postgres").resolve("postmaster.pid");
    return ProcessHandle.of(Long.parseLong(Files.readAllLines(pidFile).getFirst())).orElseThrow();
  }

  private static void execute(Ports ports, String sql) throws SQLException {
    try (Connection connection = connect(ports);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String query(Ports ports, String sql) throws SQLException {
    try (Connection connection = connect(ports);
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(sql)) {
      found.next();
      return found.getString(1);
    }
  }

  private static Connection connect(Ports ports) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + ports.postgres() + "/rapidcall", "postgres", "postgres");
  }
}
