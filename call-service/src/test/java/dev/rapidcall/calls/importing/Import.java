package dev.rapidcall.calls.importing;

import dev.rapidcall.events.WorkspaceId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A directory with files, and imports of it. */
final class Import {
  private static final JsonMapper JSON = new JsonMapper();

  private final Path directory;
  private final ImportFiles files;

  Import(Path directory, ImportFiles files) {
    this.directory = directory;
    this.files = files;
  }

  /** What an import told. */
  record Ran(List<String> summary, boolean complete, String progress) {}

  /** A line of the report. */
  record Refusal(String file, int index, @Nullable String id, String reason) {}

  Import agents(String json) {
    return write("agents.json", json);
  }

  Import calls(String json) {
    return write("calls.json", json);
  }

  Ran into(String workspace) {
    Path refused = directory.resolve("refused.jsonl");
    ByteArrayOutputStream progress = new ByteArrayOutputStream();
    try (ImportReport report = new ImportReport(JSON, refused)) {
      files.run(
          new WorkspaceId(workspace),
          directory,
          report,
          new PrintStream(progress, true, StandardCharsets.UTF_8));
      return new Ran(
          report.summary(), report.isComplete(), progress.toString(StandardCharsets.UTF_8));
    }
  }

  /** The lines of the last report. */
  List<Refusal> refused() {
    try {
      return Files.readAllLines(directory.resolve("refused.jsonl")).stream()
          .map(line -> JSON.readValue(line, Refusal.class))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Import write(String name, String json) {
    try {
      Files.writeString(directory.resolve(name), json);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
