package dev.rapidcall.calls.importing;

import dev.rapidcall.calls.importing.Fate.Created;
import dev.rapidcall.calls.importing.Fate.Refused;
import dev.rapidcall.calls.importing.Fate.Updated;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Counts what became of the items; each refused one is a line of JSON in a file. */
final class ImportReport implements AutoCloseable {
  private final JsonMapper json;
  private final Path path;
  private final Writer lines;
  private final Map<String, Counts> counts = new LinkedHashMap<>();
  private final List<String> problems = new ArrayList<>();

  ImportReport(JsonMapper json, Path path) {
    this.json = json;
    this.path = path;
    try {
      this.lines = Files.newBufferedWriter(path);
    } catch (IOException e) {
      throw new UncheckedIOException("The report cannot be written: " + path, e);
    }
  }

  /** What became of the items of one file. */
  private static final class Counts {
    private int created;
    private int updated;
    private int refused;
  }

  /** One line of the report. */
  private record Line(String file, int index, @Nullable String id, String reason) {}

  void begin(String file) {
    counts.put(file, new Counts());
  }

  void count(String file, int index, @Nullable String id, Fate fate) {
    Counts of = counts.computeIfAbsent(file, name -> new Counts());
    switch (fate) {
      case Created created -> of.created++;
      case Updated updated -> of.updated++;
      case Refused refused -> {
        of.refused++;
        write(new Line(file, index, id, refused.reason()));
      }
    }
  }

  /** Something that keeps a whole file, or its rest, from being read. */
  void problem(String file, String problem) {
    problems.add(file + ": " + problem);
  }

  boolean isComplete() {
    return problems.isEmpty();
  }

  int refused() {
    return counts.values().stream().mapToInt(of -> of.refused).sum();
  }

  List<String> summary() {
    List<String> summary = new ArrayList<>();
    counts.forEach(
        (file, of) ->
            summary.add(
                "%s: %d new, %d as before or renewed, %d refused"
                    .formatted(file, of.created, of.updated, of.refused)));
    summary.addAll(problems);
    if (refused() > 0) {
      summary.add("What was refused and why: " + path);
    }
    return summary;
  }

  private void write(Line line) {
    try {
      lines.write(json.writeValueAsString(line));
      lines.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException("The report cannot be written: " + path, e);
    }
  }

  @Override
  public void close() {
    try {
      lines.close();
    } catch (IOException e) {
      throw new UncheckedIOException("The report cannot be written: " + path, e);
    }
  }
}
