package dev.rapidcall.local.platform;

import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the services stand on: Postgres, Kafka and, while nobody names a real one, S3. */
final class Infrastructure {

  private static final Logger log = LoggerFactory.getLogger(Infrastructure.class);

  private final PlatformOptions options;
  private final Ports ports;
  private final LocalConfiguration configuration;
  private final StopSequence running;
  private final DataDirectory data;

  /** Holds the data directory from now on. */
  Infrastructure(
      PlatformOptions options,
      Ports ports,
      LocalConfiguration configuration,
      StopSequence running) {
    this.options = options;
    this.ports = ports;
    this.configuration = configuration;
    this.running = running;
    this.data = running.add(Layer.DIRECTORY, DataDirectory.hold(options.directory()));
  }

  /** All at the same time; returns when all answer. */
  void start() {
    Together.run(List.of(this::startPostgres, this::startKafka, this::startS3));
  }

  void startPostgres() {
    Path postgres = data.of("postgres");
    running.add(
        Layer.POSTGRES, EmbeddedPostgres.start(postgres, options.binaries(), ports.postgres()));
    log.info("Postgres answers on port {}.", ports.postgres());
  }

  void startKafka() {
    Path kafka = data.of("kafka");
    running.add(Layer.KAFKA, EmbeddedKafka.start(kafka, ports.kafka(), ports.kafkaController()));
    log.info("Kafka answers on port {}.", ports.kafka());
  }

  void startS3() {
    if (configuration.isSandbox(Provider.S3)) {
      running.add(Layer.S3, EmbeddedS3.start(data.of("s3"), ports.s3(), configuration.s3()));
      log.info("S3 answers on port {}.", ports.s3());
    }
  }
}
