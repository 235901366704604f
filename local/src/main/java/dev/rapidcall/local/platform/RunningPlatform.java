package dev.rapidcall.local.platform;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * Where a platform of this machine answers: a note beside its data, for commands that use it from
 * another process.
 */
public record RunningPlatform(
    URI gateway, Optional<URI> sandbox, String origin, String databaseUrl) {

  private static final String NOTE = "running.properties";

  public static RunningPlatform of(LocalPlatform platform) {
    return new RunningPlatform(
        platform.url(LocalService.GATEWAY),
        Optional.of(platform.sandboxUrl())
            .filter(url -> platform.configuration().isSandbox(Provider.LIVEKIT)),
        platform.configuration().clientOrigin(),
        platform.databaseUrl());
  }

  /** The platform on this data directory, if one is up; a note that a killed one left is none. */
  public static Optional<RunningPlatform> find(PlatformOptions options) {
    Path note = options.directory().resolve(NOTE);
    if (!Files.exists(note)) {
      return Optional.empty();
    }
    RunningPlatform noted = read(note);
    return FreePorts.isFree(noted.gateway().getPort()) ? Optional.empty() : Optional.of(noted);
  }

  private static RunningPlatform read(Path note) {
    Properties lines = new Properties();
    try (Reader reader = Files.newBufferedReader(note)) {
      lines.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + note, e);
    }
    return new RunningPlatform(
        URI.create(lines.getProperty("gateway")),
        Optional.ofNullable(lines.getProperty("sandbox")).map(URI::create),
        lines.getProperty("origin"),
        lines.getProperty("database"));
  }

  void note(Path directory) {
    Properties lines = new Properties();
    lines.setProperty("gateway", gateway.toString());
    sandbox.ifPresent(url -> lines.setProperty("sandbox", url.toString()));
    lines.setProperty("origin", origin);
    lines.setProperty("database", databaseUrl);
    try (Writer writer = Files.newBufferedWriter(directory.resolve(NOTE))) {
      lines.store(writer, null);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot note where the platform runs", e);
    }
  }
}
