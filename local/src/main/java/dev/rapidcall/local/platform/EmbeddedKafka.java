package dev.rapidcall.local.platform;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * A real Kafka broker and controller in this process that keep their log in one directory. It
 * stands on classes that Kafka calls internal, so its version moves with Spring Boot's, never
 * alone.
 */
final class EmbeddedKafka implements AutoCloseable {

  private final KafkaRaftServer server;

  private EmbeddedKafka(KafkaRaftServer server) {
    this.server = server;
  }

  static EmbeddedKafka start(Path data, int port, int controllerPort) {
    try {
      format(data);
      Properties settings = KafkaSettings.singleNode(data, port, controllerPort);
      KafkaRaftServer server =
          new KafkaRaftServer(KafkaConfig.fromProps(settings, false), Time.SYSTEM);
      server.startup();
      return new EmbeddedKafka(server);
    } catch (Exception e) {
      throw new PlatformException("Kafka does not start on port " + port + " in " + data, e);
    }
  }

  static String bootstrapServers(int port) {
    return "127.0.0.1:" + port;
  }

  private static void format(Path data) throws Exception {
    try (PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
      new Formatter()
          .setPrintStream(nowhere)
          .setNodeId(KafkaSettings.NODE_ID)
          .setClusterId(KafkaSettings.CLUSTER_ID)
          .addDirectory(data.toString())
          .setMetadataLogDirectory(data.toString())
          .setControllerListenerName(KafkaSettings.CONTROLLER_LISTENER)
          .setReleaseVersion(MetadataVersion.latestProduction())
          .setIgnoreFormatted(true)
          .run();
    }
  }

  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }
}
