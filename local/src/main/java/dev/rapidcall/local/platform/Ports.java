package dev.rapidcall.local.platform;

import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/** Who listens where on the loopback address; decided before anybody starts. */
record Ports(
    Map<LocalService, Integer> services,
    int sandbox,
    int postgres,
    int kafka,
    int kafkaController,
    int s3,
    int ai) {

  private static final int SANDBOX = 8790;
  private static final int POSTGRES = 8791;
  private static final int KAFKA = 8792;
  private static final int KAFKA_CONTROLLER = 8793;
  private static final int S3 = 8794;
  private static final int AI = 8795;

  /**
   * The well-known ports where they are free, any other where not. Only the gateway insists: people
   * and providers know it by its port.
   */
  static Ports wellKnown(Map<String, String> environment) {
    int gateway = gatewayPort(environment);
    if (!FreePorts.isFree(gateway)) {
      throw new PlatformException(
          "Port " + gateway + " is taken; set PORT to a free one for the gateway");
    }
    return chosenBy(port -> port == gateway ? port : FreePorts.preferably(port), gateway);
  }

  static Ports random() {
    return chosenBy(port -> FreePorts.any(), FreePorts.any());
  }

  static int gatewayPort(Map<String, String> environment) {
    String given = environment.getOrDefault("PORT", "").strip();
    if (given.isEmpty()) {
      return LocalService.GATEWAY.defaultPort();
    }
    if (!given.matches("\\d{1,5}") || Integer.parseInt(given) > 65_535 || given.equals("0")) {
      throw new PlatformException("PORT must be a port from 1 to 65535");
    }
    return Integer.parseInt(given);
  }

  private static Ports chosenBy(IntUnaryOperator choice, int gateway) {
    Map<LocalService, Integer> services = new EnumMap<>(LocalService.class);
    for (LocalService service : LocalService.values()) {
      services.put(service, choice.applyAsInt(service.defaultPort()));
    }
    services.put(LocalService.GATEWAY, gateway);
    return new Ports(
        services,
        choice.applyAsInt(SANDBOX),
        choice.applyAsInt(POSTGRES),
        choice.applyAsInt(KAFKA),
        choice.applyAsInt(KAFKA_CONTROLLER),
        choice.applyAsInt(S3),
        choice.applyAsInt(AI));
  }

  URI url(LocalService service) {
    return local("http", of(service));
  }

  int of(LocalService service) {
    return services.getOrDefault(service, service.defaultPort());
  }

  URI sandboxUrl() {
    return local("http", sandbox);
  }

  /** Where the AI providers' stand-in answers. */
  URI aiUrl() {
    return local("http", ai);
  }

  /** As LiveKit's own clients know it. */
  URI liveKitUrl() {
    return local("ws", sandbox);
  }

  private static URI local(String scheme, int port) {
    return URI.create(scheme + "://localhost:" + port);
  }
}
