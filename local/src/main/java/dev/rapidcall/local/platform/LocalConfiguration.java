package dev.rapidcall.local.platform;

import dev.rapidcall.local.sandbox.ai.AiSandboxConfig;
import dev.rapidcall.local.sandbox.livekit.LiveKitSandboxConfig;
import dev.rapidcall.local.sandbox.livekit.time.Timings;
import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Decides what each service is told: a pure function of the environment and the ports. A provider
 * is the sandbox while the variable that names him is unset; secrets of the environment hold in
 * both cases; the rest of the environment reaches the services by itself.
 */
public final class LocalConfiguration {

  static final String AGENT_SECRET = "local-agent-secret";
  static final String LIVEKIT_KEY = "local-livekit-key";
  static final String LIVEKIT_SECRET = "local-livekit-secret-0123456789abcdef";
  static final String INTERNAL_TOKEN_KEY = "local-internal-token-key-0123456789abcdef";
  static final String METRICS_TOKEN = "local-metrics-token";
  static final String PLAYBACK_SECRET = "local-playback-secret-0123456789abcdef";
  static final String S3_ACCESS_KEY = "local-s3-key";
  static final String S3_SECRET = "local-s3-secret";
  static final String OPENAI_KEY = "local-openai-key";
  static final String ELEVENLABS_KEY = "local-elevenlabs-key";
  static final String CARTESIA_KEY = "local-cartesia-key";
  private static final String BUCKET = "recordings";
  private static final String REGION = "us-east-1";
  private static final String LOOPBACK = "127.0.0.1";

  private final GivenEnvironment given;
  private final Ports ports;

  LocalConfiguration(Map<String, String> environment, Ports ports) {
    this.given = new GivenEnvironment(environment);
    this.ports = ports;
  }

  public boolean isSandbox(Provider provider) {
    return provider.names().stream().noneMatch(this::isGiven);
  }

  public boolean isGiven(String variable) {
    return given.find(variable).isPresent();
  }

  public String agentSecret() {
    return given.first("AGENT_SHARED_SECRET", AGENT_SECRET);
  }

  public String metricsToken() {
    return given.first("METRICS_BEARER_TOKEN", METRICS_TOKEN);
  }

  public String liveKitApiKey() {
    return given.first("LIVEKIT_API_KEY", LIVEKIT_KEY);
  }

  public String liveKitApiSecret() {
    return given.first("LIVEKIT_API_SECRET", LIVEKIT_SECRET);
  }

  public String publicUrl() {
    return given.get("PUBLIC_API_BASE_URL", ports.url(LocalService.GATEWAY).toString());
  }

  /** What a browser would say it comes from; the gateway asks writes for it. */
  public String clientOrigin() {
    String first = given.first("CLIENT_ORIGIN", "http://localhost:5173");
    return first.equals("*") ? ports.url(LocalService.GATEWAY).toString() : first;
  }

  /** The account at the embedded S3. */
  S3Account s3() {
    return new S3Account(
        BUCKET,
        REGION,
        given.get("EGRESS_S3_ACCESS_KEY", S3_ACCESS_KEY),
        given.get("EGRESS_S3_SECRET", S3_SECRET));
  }

  /** What the sandbox is told: it calls in at the gateway as LiveKit and the voice agent do. */
  LiveKitSandboxConfig liveKitSandbox(Timings timings) {
    URI gateway = ports.url(LocalService.GATEWAY);
    return new LiveKitSandboxConfig(
        ports.sandbox(),
        liveKitApiKey(),
        liveKitApiSecret(),
        gateway.resolve("/api/livekit/webhook"),
        gateway,
        agentSecret(),
        Clock.systemUTC(),
        timings);
  }

  /** Whether any of the AI providers is the sandbox. */
  boolean needsAiSandbox() {
    return isSandbox(Provider.OPENAI)
        || isSandbox(Provider.ELEVENLABS)
        || isSandbox(Provider.CARTESIA);
  }

  AiSandboxConfig aiSandbox() {
    return new AiSandboxConfig(
        ports.ai(), OPENAI_KEY, ELEVENLABS_KEY, CARTESIA_KEY, Clock.systemUTC());
  }

  /** What stands before the environment for one service. */
  Map<String, String> variables(LocalService service) {
    Map<String, String> variables = new LinkedHashMap<>(itsOwn(service));
    variables.putAll(infrastructure());
    variables.putAll(secrets());
    variables.putAll(neighbours());
    variables.put("WEBHOOKS_ALLOW_INSECURE", given.get("WEBHOOKS_ALLOW_INSECURE", "true"));
    if (isSandbox(Provider.LIVEKIT)) {
      variables.putAll(liveKitVariables());
    }
    if (isSandbox(Provider.S3)) {
      variables.putAll(s3Variables());
    }
    variables.putAll(aiVariables());
    return variables;
  }

  private Map<String, String> itsOwn(LocalService service) {
    String port = Integer.toString(ports.of(service));
    return Map.of(
        "spring.config.name",
        service.configName(),
        "spring.jmx.enabled",
        "false",
        "spring.lifecycle.timeout-per-shutdown-phase",
        "3s",
        "PORT",
        port,
        "server.port",
        port,
        "server.address",
        address(service),
        "DATABASE_SCHEMA",
        service.schema());
  }

  /**
   * The internal ones are nobody else's; the gateway may be opened to containers and a real
   * LiveKit.
   */
  private String address(LocalService service) {
    return service == LocalService.GATEWAY ? given.get("GATEWAY_ADDRESS", LOOPBACK) : LOOPBACK;
  }

  private Map<String, String> infrastructure() {
    return Map.of(
        "DATABASE_URL",
        EmbeddedPostgres.url(ports.postgres()),
        "DATABASE_SSL",
        "false",
        "KAFKA_BOOTSTRAP_SERVERS",
        EmbeddedKafka.bootstrapServers(ports.kafka()),
        "KAFKA_TOPIC_REPLICATION",
        "1");
  }

  private Map<String, String> secrets() {
    return Map.of(
        "AGENT_SHARED_SECRET", given.get("AGENT_SHARED_SECRET", AGENT_SECRET),
        "INTERNAL_TOKEN_KEY", given.get("INTERNAL_TOKEN_KEY", INTERNAL_TOKEN_KEY),
        "METRICS_BEARER_TOKEN", given.get("METRICS_BEARER_TOKEN", METRICS_TOKEN),
        "RECORDING_PLAYBACK_SECRET", given.get("RECORDING_PLAYBACK_SECRET", PLAYBACK_SECRET));
  }

  private Map<String, String> neighbours() {
    return Map.of(
        "CALL_SERVICE_URL", ports.url(LocalService.CALLS).toString(),
        "RECORDING_SERVICE_URL", ports.url(LocalService.RECORDINGS).toString(),
        "TELEPHONY_SERVICE_URL", ports.url(LocalService.TELEPHONY).toString(),
        "BILLING_SERVICE_URL", ports.url(LocalService.BILLING).toString(),
        "PUBLIC_API_BASE_URL", publicUrl());
  }

  private Map<String, String> liveKitVariables() {
    return Map.of(
        "LIVEKIT_URL", ports.liveKitUrl().toString(),
        "LIVEKIT_API_KEY", given.get("LIVEKIT_API_KEY", LIVEKIT_KEY),
        "LIVEKIT_API_SECRET", given.get("LIVEKIT_API_SECRET", LIVEKIT_SECRET));
  }

  private Map<String, String> aiVariables() {
    String sandbox = ports.aiUrl().toString();
    Map<String, String> variables = new LinkedHashMap<>();
    if (isSandbox(Provider.OPENAI)) {
      variables.put("OPENAI_API_KEY", OPENAI_KEY);
      variables.put("OPENAI_BASE_URL", sandbox + "/v1");
    }
    if (isSandbox(Provider.ELEVENLABS)) {
      variables.put("ELEVEN_API_KEY", ELEVENLABS_KEY);
      variables.put("ELEVENLABS_BASE_URL", sandbox);
    }
    if (isSandbox(Provider.CARTESIA)) {
      variables.put("CARTESIA_API_KEY", CARTESIA_KEY);
      variables.put("CARTESIA_BASE_URL", sandbox);
    }
    return variables;
  }

  private Map<String, String> s3Variables() {
    S3Account account = s3();
    return Map.of(
        "EGRESS_S3_BUCKET", account.bucket(),
        "EGRESS_S3_REGION", account.region(),
        "EGRESS_S3_ACCESS_KEY", account.accessKey(),
        "EGRESS_S3_SECRET", account.secret(),
        "EGRESS_S3_ENDPOINT", EmbeddedS3.endpoint(ports.s3()).toString(),
        "EGRESS_S3_FORCE_PATH_STYLE", "true");
  }
}
