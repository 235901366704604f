package dev.rapidcall.local.platform;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** Settings of a single broker on a laptop: nothing replicated, quick to notice its own death. */
final class KafkaSettings {

  static final int NODE_ID = 1;

  /**
   * 22 characters of base64, as Kafka wants it; the data directory knows it from its first start.
   */
  static final String CLUSTER_ID = "cmFwaWRjYWxsLWxvY2FsMQ";

  static final String CONTROLLER_LISTENER = "CONTROLLER";
  private static final String BROKER_LISTENER = "PLAINTEXT";
  private static final String HOST = "127.0.0.1";

  private static final Map<String, String> ALONE =
      Map.of(
          "offsets.topic.replication.factor", "1",
          "offsets.topic.num.partitions", "5",
          "transaction.state.log.replication.factor", "1",
          "transaction.state.log.min.isr", "1",
          "transaction.state.log.num.partitions", "1",
          "share.coordinator.state.topic.replication.factor", "1",
          "share.coordinator.state.topic.min.isr", "1",
          "share.coordinator.state.topic.num.partitions", "1",
          "auto.create.topics.enable", "false");

  /** With the defaults a start after a kill waits 11 s for the broker and 37 s for its groups. */
  private static final Map<String, String> QUICK =
      Map.of(
          "broker.session.timeout.ms", "3000",
          "broker.heartbeat.interval.ms", "500",
          "group.initial.rebalance.delay.ms", "0",
          "group.consumer.session.timeout.ms", "6000",
          "group.consumer.min.session.timeout.ms", "6000",
          "group.consumer.heartbeat.interval.ms", "1000",
          "group.consumer.min.heartbeat.interval.ms", "1000");

  private static final Map<String, String> SMALL =
      Map.of(
          "num.network.threads", "2",
          "num.io.threads", "4",
          "background.threads", "2",
          "num.recovery.threads.per.data.dir", "2",
          "log.cleaner.dedupe.buffer.size", "4194304");

  private KafkaSettings() {}

  static Properties singleNode(Path data, int port, int controllerPort) {
    Properties settings = new Properties();
    settings.putAll(ALONE);
    settings.putAll(QUICK);
    settings.putAll(SMALL);
    settings.put("process.roles", "broker,controller");
    settings.put("node.id", Integer.toString(NODE_ID));
    settings.put("log.dirs", data.toString());
    settings.put("controller.quorum.voters", NODE_ID + "@" + HOST + ":" + controllerPort);
    settings.put("controller.listener.names", CONTROLLER_LISTENER);
    settings.put("inter.broker.listener.name", BROKER_LISTENER);
    settings.put(
        "listeners",
        listener(BROKER_LISTENER, port) + "," + listener(CONTROLLER_LISTENER, controllerPort));
    settings.put("advertised.listeners", listener(BROKER_LISTENER, port));
    settings.put(
        "listener.security.protocol.map",
        BROKER_LISTENER + ":PLAINTEXT," + CONTROLLER_LISTENER + ":PLAINTEXT");
    return settings;
  }

  private static String listener(String name, int port) {
    return name + "://" + HOST + ":" + port;
  }
}
