package dev.rapidcall.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class EmbeddedPostgresIT {

  private static final Path BINARIES = Path.of(System.getProperty("java.io.tmpdir"), "embedded-pg");

  @TempDir private static Path directory;

  @Test
  void keepsItsDataOverARestart() throws Exception {
    try (EmbeddedPostgres postgres = start()) {
      remember(postgres, "kept");
    }
    try (EmbeddedPostgres postgres = start()) {
      assertThat(remembered(postgres)).containsExactly("kept");
    }
  }

  @Test
  void startsWhenOnlyThePidFileOfADeadServerIsLeft() throws Exception {
    try (EmbeddedPostgres postgres = start()) {
      remember(postgres, "kept");
    }
    Files.writeString(data().resolve("postmaster.pid"), "2147483646\n" + data() + "\n");
    try (EmbeddedPostgres postgres = start()) {
      assertThat(remembered(postgres)).containsExactly("kept");
    }
  }

  @Test
  void startsWhenThePidFileNamesAStrangerAndLeavesHimAlone() throws Exception {
    try (EmbeddedPostgres postgres = start()) {
      remember(postgres, "kept");
    }
    ProcessHandle stranger = ProcessHandle.current();
    Files.writeString(data().resolve("postmaster.pid"), stranger.pid() + "\n" + data() + "\n");
    try (EmbeddedPostgres postgres = start()) {
      assertThat(remembered(postgres)).containsExactly("kept");
    }
    assertThat(stranger.isAlive()).isTrue();
  }

  @Test
  void stopsTheServerThatAKilledRunLeftBehind() throws Exception {
    EmbeddedPostgres orphan = start();
    remember(orphan, "kept");
    ProcessHandle postmaster = postmaster();
    forgetTheLockAsADyingProcessDoes();
    try (EmbeddedPostgres postgres = start()) {
      assertThat(remembered(postgres)).containsExactly("kept");
      assertThat(postmaster.isAlive()).isFalse();
    }
  }

  @Test
  void startsAfterTheServerItselfWasKilled() throws Exception {
    EmbeddedPostgres killed = start();
    remember(killed, "kept");
    ProcessHandle postmaster = postmaster();
    postmaster.destroyForcibly();
    postmaster.onExit().join();
    forgetTheLockAsADyingProcessDoes();
    try (EmbeddedPostgres postgres = start()) {
      assertThat(remembered(postgres)).containsExactly("kept");
    }
  }

  private static EmbeddedPostgres start() {
    return EmbeddedPostgres.start(data(), BINARIES, FreePorts.any());
  }

  private static Path data() {
    return directory.resolve("postgres");
  }

  private static void forgetTheLockAsADyingProcessDoes() throws IOException {
    Files.delete(data().resolve("epg-lock"));
  }

  private static ProcessHandle postmaster() throws IOException {
    String pid = Files.readAllLines(data().resolve("postmaster.pid")).getFirst();
    return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
  }

  private static void remember(EmbeddedPostgres postgres, String word) {
    JdbcClient client = JdbcClient.create(postgres.database());
    client.sql("CREATE TABLE IF NOT EXISTS words (word text)").update();
    client
        .sql("INSERT INTO words SELECT ? WHERE NOT EXISTS (SELECT FROM words)")
        .param(word)
        .update();
  }

  private static List<String> remembered(EmbeddedPostgres postgres) {
    return JdbcClient.create(postgres.database())
        .sql("SELECT word FROM words")
        .query(String.class)
        .list();
  }
}
