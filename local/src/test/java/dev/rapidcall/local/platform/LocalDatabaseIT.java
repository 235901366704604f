package dev.rapidcall.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.calls.importing.ImportCommand;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalDatabaseIT {

  @Test
  void anImportNeedsNothingButTheDatabaseAndIsKeptForTheNextStart(@TempDir Path directory)
      throws Exception {
    Path data = Files.createDirectory(directory.resolve("json"));
    Files.writeString(data.resolve("calls.json"), "[{\"id\":\"call_1\",\"startedAt\":1}]");
    PlatformOptions options = PlatformOptions.isolated(directory.resolve("platform"));

    assertThat(importInto(options, data)).contains("calls.json: 1 new");
    assertThat(importInto(options, data)).contains("calls.json: 0 new, 1 as before");
  }

  private static String importInto(PlatformOptions options, Path data) {
    ByteArrayOutputStream shown = new ByteArrayOutputStream();
    try (LocalDatabase database = LocalDatabase.of(options)) {
      int code =
          new ImportCommand(new PrintStream(shown, true, StandardCharsets.UTF_8))
              .run(
                  "import",
                  "--workspace=ws_1",
                  "--data=" + data,
                  "--DATABASE_URL=" + database.url(),
                  "--DATABASE_SSL=false");
      assertThat(code).as(shown.toString(StandardCharsets.UTF_8)).isZero();
    }
    return shown.toString(StandardCharsets.UTF_8);
  }
}
