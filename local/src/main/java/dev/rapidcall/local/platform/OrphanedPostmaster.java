package dev.rapidcall.local.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a killed platform leaves behind: a Postgres that still runs on the data directory, or only
 * its pid file. Whoever clears it must hold the {@link DataDirectory}, so that it is nobody's.
 */
final class OrphanedPostmaster {

  private static final Logger log = LoggerFactory.getLogger(OrphanedPostmaster.class);
  private static final int PATIENCE_SECONDS = 5;

  private final Path pidFile;

  private OrphanedPostmaster(Path pidFile) {
    this.pidFile = pidFile;
  }

  static void clear(Path dataDirectory) {
    new OrphanedPostmaster(dataDirectory.resolve("postmaster.pid")).clear();
  }

  private void clear() {
    if (!Files.exists(pidFile)) {
      return;
    }
    ProcessHandle.of(pid())
        .filter(ProcessHandle::isAlive)
        .ifPresentOrElse(this::stop, this::forget);
  }

  /** The number may by now belong to a stranger, who is left alone. */
  private void stop(ProcessHandle process) {
    String command = process.info().command().orElse("");
    if (!command.contains("postgres")) {
      forget();
      return;
    }
    log.info("Stopping the Postgres that an earlier run left behind.");
    process.destroy();
    if (!endsSoon(process)) {
      process.destroyForcibly();
      endsSoon(process);
    }
  }

  private static boolean endsSoon(ProcessHandle process) {
    try {
      process.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
      return true;
    } catch (CompletionException e) {
      return false;
    }
  }

  private void forget() {
    try {
      Files.deleteIfExists(pidFile);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot remove the stale " + pidFile, e);
    }
  }

  private long pid() {
    try {
      List<String> lines = Files.readAllLines(pidFile);
      return lines.isEmpty() ? -1 : Long.parseLong(lines.getFirst().strip());
    } catch (NumberFormatException e) {
      return -1;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + pidFile, e);
    }
  }
}
