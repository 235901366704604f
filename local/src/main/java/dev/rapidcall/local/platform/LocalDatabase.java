package dev.rapidcall.local.platform;

import java.util.Optional;

/** The platform's database for a command that needs nothing else of it. */
public final class LocalDatabase implements AutoCloseable {

  private final String url;
  private final StopSequence running;

  private LocalDatabase(String url, StopSequence running) {
    this.url = url;
    this.running = running;
  }

  /** That of the platform that runs, or else the same one started alone until it is closed. */
  public static LocalDatabase of(PlatformOptions options) {
    Optional<RunningPlatform> platform = RunningPlatform.find(options);
    return platform.isPresent()
        ? new LocalDatabase(platform.get().databaseUrl(), new StopSequence())
        : startedAlone(options);
  }

  private static LocalDatabase startedAlone(PlatformOptions options) {
    Ports ports = options.randomPorts() ? Ports.random() : Ports.wellKnown(options.environment());
    StopSequence running = new StopSequence();
    try {
      LocalConfiguration configuration = new LocalConfiguration(options.environment(), ports);
      new Infrastructure(options, ports, configuration, running).startPostgres();
    } catch (RuntimeException e) {
      running.close();
      throw e;
    }
    return new LocalDatabase(EmbeddedPostgres.url(ports.postgres()), running);
  }

  public String url() {
    return url;
  }

  @Override
  public void close() {
    running.close();
  }
}
