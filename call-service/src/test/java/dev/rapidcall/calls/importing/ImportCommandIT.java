package dev.rapidcall.calls.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.calls.testing.CallServiceIT;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The command as it is started: it makes its own way to the database. */
@CallServiceIT
class ImportCommandIT {
  @TempDir private Path directory;
  @Autowired Environment environment;
  @Autowired JdbcClient jdbc;

  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
  private final String workspace = "ws-" + UUID.randomUUID();

  @Test
  void importsADirectoryAndSaysWhatItDid() throws IOException {
    Files.writeString(
        directory.resolve("calls.json"), "[{\"id\":\"" + workspace + "\",\"startedAt\":1},{}]");

    assertThat(run("--workspace=" + workspace, "--data=" + directory)).isZero();

    assertThat(imported()).isEqualTo(1);
    assertThat(text())
        .contains("calls.json: 1 new, 0 as before or renewed, 1 refused")
        .contains("import-refused.jsonl");
    assertThat(Files.readString(directory.resolve("import-refused.jsonl")))
        .isEqualTo(
            "{\"file\":\"calls.json\",\"index\":1,\"id\":null,\"reason\":\"startedAt is missing\"}\n");
  }

  @Test
  void takesTheDirectoryOfTheEnvironmentAndAnotherPlaceForTheReport() throws IOException {
    Path report = directory.resolve("elsewhere.jsonl");
    Files.writeString(directory.resolve("calls.json"), "[]");

    assertThat(
            run(
                "--workspace=" + workspace,
                "--MIGRATE_DATA_DIR=" + directory,
                "--report=" + report))
        .isZero();
    assertThat(report).exists();
  }

  @Test
  void saysHowItIsUsed() {
    assertThat(run("--data=" + directory)).isEqualTo(2);
    assertThat(text()).contains("--workspace");
  }

  @Test
  void doesNotRunWithoutFilesOrDatabase() throws IOException {
    assertThat(run("--workspace=" + workspace, "--data=" + directory)).isEqualTo(1);
    assertThat(text()).contains("no agents.json");

    Files.writeString(directory.resolve("calls.json"), "{}");
    assertThat(run("--workspace=" + workspace, "--data=" + directory)).isEqualTo(1);
    assertThat(text()).contains("it is no JSON list");

    int away =
        new ImportCommand(new PrintStream(shown, true, StandardCharsets.UTF_8))
            .run(
                "--workspace=" + workspace,
                "--data=" + directory,
                "--DATABASE_URL=postgresql://u:p@127.0.0.1:1/none",
                "--spring.datasource.hikari.initialization-fail-timeout=1");
    assertThat(away).isEqualTo(1);
    assertThat(text()).contains("The import could not run");
  }

  private int run(String... arguments) {
    String[] all =
        Stream.concat(
                Arrays.stream(arguments),
                Stream.of(
                    "--DATABASE_URL=" + environment.getRequiredProperty("DATABASE_URL"),
                    "--DATABASE_SSL=false"))
            .toArray(String[]::new);
    return new ImportCommand(new PrintStream(shown, true, StandardCharsets.UTF_8)).run(all);
  }

  private String text() {
    return shown.toString(StandardCharsets.UTF_8);
  }

  private long imported() {
    return jdbc.sql("select count(*) from calls where workspace_id = :workspace")
        .param("workspace", workspace)
        .query(Long.class)
        .single();
  }
}
