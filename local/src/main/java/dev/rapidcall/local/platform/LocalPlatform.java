package dev.rapidcall.local.platform;

import dev.rapidcall.local.sandbox.ai.AiSandbox;
import dev.rapidcall.local.sandbox.livekit.LiveKitSandbox;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContext;

/**
 * The whole platform in this process. {@link #start} returns when everything answers; {@link
 * #close} stops it in order, whatever had started.
 */
public final class LocalPlatform implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(LocalPlatform.class);
  private static final LocalService FIRST = LocalService.CALLS;

  private final PlatformOptions options;
  private final Ports ports;
  private final LocalConfiguration configuration;
  private final StopSequence running = new StopSequence();
  private final Map<LocalService, ApplicationContext> services = new ConcurrentHashMap<>();

  public LocalPlatform(PlatformOptions options) {
    this.options = options;
    this.ports = options.randomPorts() ? Ports.random() : Ports.wellKnown(options.environment());
    this.configuration = new LocalConfiguration(options.environment(), ports);
  }

  /** A platform that answers. */
  public static LocalPlatform started(PlatformOptions options) {
    LocalPlatform platform = new LocalPlatform(options);
    platform.start();
    return platform;
  }

  public void start() {
    try {
      startAll(new Infrastructure(options, ports, configuration, running));
      RunningPlatform.of(this).note(options.directory());
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /**
   * The first service warms up what all share, so it goes ahead as soon as it has a database; it
   * waits for the broker by itself. The others then start in a fraction of its time.
   */
  private void startAll(Infrastructure infrastructure) {
    Together.run(
        List.of(
            infrastructure::startKafka,
            infrastructure::startS3,
            this::startSandbox,
            this::startAiSandbox,
            () -> {
              infrastructure.startPostgres();
              startService(FIRST);
            }));
    Together.run(
        Arrays.stream(LocalService.values())
            .filter(service -> service != FIRST)
            .<Runnable>map(service -> () -> startService(service))
            .toList());
  }

  private void startSandbox() {
    if (configuration.isSandbox(Provider.LIVEKIT)) {
      LiveKitSandbox sandbox =
          LiveKitSandbox.start(configuration.liveKitSandbox(options.timings()));
      sandbox.faults().set(options.faults());
      running.add(Layer.SANDBOX, sandbox);
      log.info("The LiveKit sandbox answers on {}.", ports.sandboxUrl());
    }
  }

  private void startAiSandbox() {
    if (configuration.needsAiSandbox()) {
      running.add(Layer.SANDBOX, AiSandbox.start(configuration.aiSandbox()));
      log.info("The AI sandbox answers on {}.", ports.aiUrl());
    }
  }

  private void startService(LocalService service) {
    Map<String, String> variables = new HashMap<>(configuration.variables(service));
    variables.putAll(options.properties().getOrDefault(service, Map.of()));
    services.put(
        service,
        running.add(
            service == LocalService.GATEWAY ? Layer.GATEWAY : Layer.SERVICES,
            ServiceLauncher.start(service.application(), service.configName(), variables)));
    log.info("{} answers on {}.", service.configName(), url(service));
  }

  public LocalConfiguration configuration() {
    return configuration;
  }

  public Path directory() {
    return options.directory();
  }

  public URI url(LocalService service) {
    return ports.url(service);
  }

  /** A service as it runs. */
  public ApplicationContext context(LocalService service) {
    return Objects.requireNonNull(services.get(service), "it does not run");
  }

  /** Where the sandbox is controlled. */
  public URI sandboxUrl() {
    return ports.sandboxUrl();
  }

  /** Where the stand-in of the AI providers is controlled. */
  public URI aiSandboxUrl() {
    return ports.aiUrl();
  }

  public URI s3Endpoint() {
    return EmbeddedS3.endpoint(ports.s3());
  }

  public String databaseUrl() {
    return EmbeddedPostgres.url(ports.postgres());
  }

  public String kafkaBootstrapServers() {
    return EmbeddedKafka.bootstrapServers(ports.kafka());
  }

  @Override
  public void close() {
    running.close();
  }
}
