package dev.rapidcall.calls.importing;

import dev.rapidcall.calls.importing.Fate.Refused;
import dev.rapidcall.calls.importing.JsonItems.BrokenFileException;
import dev.rapidcall.events.WorkspaceId;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Imports a directory: a batch of items in a transaction, so that a run that is cut off leaves
 * whole batches, and the next run does the same again and then the rest.
 */
@Component
class ImportFiles {
  private static final int ITEMS = 200;
  private static final long BYTES = 4L * 1024 * 1024;

  private final ImportAgents agents;
  private final ImportCalls calls;
  private final TransactionOperations transactions;
  private final JsonMapper json;

  ImportFiles(
      ImportAgents agents, ImportCalls calls, TransactionOperations transactions, JsonMapper json) {
    this.agents = agents;
    this.calls = calls;
    this.transactions = transactions;
    this.json = json;
  }

  void run(WorkspaceId workspace, Path directory, ImportReport report, PrintStream progress) {
    for (Destination<?> destination : List.of(agents, calls)) {
      Path file = directory.resolve(destination.file());
      if (Files.exists(file)) {
        read(destination, workspace, file, report, progress);
      }
    }
  }

  private <E extends Entry> void read(
      Destination<E> destination,
      WorkspaceId workspace,
      Path file,
      ImportReport report,
      PrintStream progress) {
    report.begin(destination.file());
    ProgressBar bar = new ProgressBar(progress, destination.file(), size(file));
    Batch<E> batch = new Batch<>(destination, workspace, report);
    int index = 0;
    try (JsonItems items = new JsonItems(json, file)) {
      JsonNode item = items.next();
      while (item != null) {
        batch.add(index++, item, items.bytesRead());
        bar.show(items.bytesRead(), index);
        item = items.next();
      }
      batch.flush();
      bar.end(index);
    } catch (BrokenFileException e) {
      batch.flush();
      bar.breakOff();
      report.problem(destination.file(), String.valueOf(e.getMessage()));
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is kept together. */
  private final class Batch<E extends Entry> {
    private final Destination<E> destination;
    private final WorkspaceId workspace;
    private final ImportReport report;
    private final List<Numbered<E>> entries = new ArrayList<>();
    private long flushedAt;

    Batch(Destination<E> destination, WorkspaceId workspace, ImportReport report) {
      this.destination = destination;
      this.workspace = workspace;
      this.report = report;
    }

    void add(int index, JsonNode item, long bytesRead) {
      try {
        entries.add(new Numbered<>(index, destination.read(item)));
      } catch (RefusedException e) {
        refuse(index, item.path("id").asString(null), String.valueOf(e.getMessage()));
      }
      if (entries.size() >= ITEMS || bytesRead - flushedAt >= BYTES) {
        flush();
        flushedAt = bytesRead;
      }
    }

    void flush() {
      try {
        keep(List.copyOf(entries));
      } catch (NonTransientDataAccessException e) {
        if (e instanceof DataAccessResourceFailureException) {
          throw e;
        }
        entries.forEach(this::keepAlone);
      }
      entries.clear();
    }

    /** One that the database refuses must not take its neighbours with it. */
    private void keepAlone(Numbered<E> entry) {
      try {
        keep(List.of(entry));
      } catch (NonTransientDataAccessException e) {
        String reason = String.valueOf(NestedExceptionUtils.getMostSpecificCause(e).getMessage());
        refuse(entry.index(), entry.entry().id(), reason.lines().findFirst().orElse(""));
      }
    }

    private void keep(List<Numbered<E>> some) {
      List<E> plain = some.stream().map(Numbered::entry).toList();
      List<Fate> fates = transactions.execute(status -> destination.keep(workspace, plain));
      for (int i = 0; i < some.size(); i++) {
        Numbered<E> entry = some.get(i);
        report.count(destination.file(), entry.index(), entry.entry().id(), fates.get(i));
      }
    }

    private void refuse(int index, @Nullable String id, String reason) {
      report.count(destination.file(), index, id, new Refused(reason));
    }
  }

  private record Numbered<E>(int index, E entry) {}
}
