package dev.rapidcall.local.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalConfigurationTest {

  private static final Ports PORTS =
      new Ports(
          Map.of(
              LocalService.GATEWAY, 9001,
              LocalService.CALLS, 9002,
              LocalService.RECORDINGS, 9003,
              LocalService.TELEPHONY, 9004,
              LocalService.BILLING, 9005),
          9006,
          9007,
          9008,
          9009,
          9010,
          9011);

  private final Map<String, String> environment = new HashMap<>();

  @ParameterizedTest
  @EnumSource
  void takesTheSandboxWhileTheDecidingVariableIsUnset(Provider provider) {
    assertThat(decided().isSandbox(provider)).isTrue();
    environment.put(provider.decidedBy(), "  ");
    assertThat(decided().isSandbox(provider)).isTrue();
    environment.put(provider.decidedBy(), "set");
    assertThat(decided().isSandbox(provider)).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void decidesEachProviderByItself(Provider provider) {
    environment.put(provider.decidedBy(), "set");
    for (Provider other : Provider.values()) {
      assertThat(decided().isSandbox(other)).isEqualTo(other != provider);
    }
  }

  @Test
  void pointsTheServicesToTheLiveKitSandbox() {
    assertThat(calls())
        .containsEntry("LIVEKIT_URL", "ws://localhost:9006")
        .containsEntry("LIVEKIT_API_KEY", LocalConfiguration.LIVEKIT_KEY)
        .containsEntry("LIVEKIT_API_SECRET", LocalConfiguration.LIVEKIT_SECRET);
  }

  @Test
  void givesTheSandboxTheKeyPairOfTheEnvironment() {
    environment.put("LIVEKIT_API_KEY", "mine,older");
    environment.put("LIVEKIT_API_SECRET", "hush, old");

    assertThat(calls())
        .containsEntry("LIVEKIT_API_KEY", "mine,older")
        .containsEntry("LIVEKIT_API_SECRET", "hush, old");
    assertThat(decided().liveKitApiKey()).isEqualTo("mine");
    assertThat(decided().liveKitApiSecret()).isEqualTo("hush");
  }

  @Test
  void saysNothingOfLiveKitWhenItIsTheRealOne() {
    environment.put("LIVEKIT_URL", "wss://live.example.com");

    assertThat(calls()).doesNotContainKeys("LIVEKIT_URL", "LIVEKIT_API_KEY", "LIVEKIT_API_SECRET");
  }

  @Test
  void pointsTheServicesToTheEmbeddedS3() {
    environment.put("EGRESS_S3_ENDPOINT", "https://elsewhere.example.com");
    environment.put("EGRESS_S3_ACCESS_KEY", "mine");
    environment.put("EGRESS_S3_SECRET", "hush");

    assertThat(calls())
        .containsEntry("EGRESS_S3_BUCKET", "recordings")
        .containsEntry("EGRESS_S3_ENDPOINT", "http://127.0.0.1:9010")
        .containsEntry("EGRESS_S3_FORCE_PATH_STYLE", "true")
        .containsEntry("EGRESS_S3_ACCESS_KEY", "mine")
        .containsEntry("EGRESS_S3_SECRET", "hush");
    assertThat(decided().s3().accessKey()).isEqualTo("mine");
  }

  @Test
  void saysNothingOfS3WhenItIsTheRealOne() {
    environment.put("EGRESS_S3_BUCKET", "our-recordings");

    assertThat(calls().keySet()).noneMatch(name -> name.startsWith("EGRESS_S3_"));
  }

  @Test
  void letsWebhooksGoToThisMachineUnlessToldOtherwise() {
    assertThat(calls()).containsEntry("WEBHOOKS_ALLOW_INSECURE", "true");

    environment.put("WEBHOOKS_ALLOW_INSECURE", "false");

    assertThat(calls()).containsEntry("WEBHOOKS_ALLOW_INSECURE", "false");
  }

  @Test
  void pointsTheCallServiceToTheAiSandboxWhileNobodyGaveAKey() {
    assertThat(calls())
        .containsEntry("OPENAI_BASE_URL", "http://localhost:9011/v1")
        .containsEntry("OPENAI_API_KEY", LocalConfiguration.OPENAI_KEY)
        .containsEntry("ELEVENLABS_BASE_URL", "http://localhost:9011")
        .containsEntry("CARTESIA_BASE_URL", "http://localhost:9011");
    assertThat(decided().needsAiSandbox()).isTrue();

    environment.put("OPENAI_API_KEY", "sk-mine");
    environment.put("ELEVENLABS_API_KEY", "under its other name");
    environment.put("CARTESIA_API_KEY", "mine");
    assertThat(calls().keySet())
        .noneMatch(name -> name.matches("(OPENAI|ELEVEN|ELEVENLABS|CARTESIA)_.*"));
    assertThat(decided().needsAiSandbox()).isFalse();
  }

  @Test
  void honoursTheSecretsOfTheEnvironment() {
    environment.put("AGENT_SHARED_SECRET", "new,old");
    environment.put("INTERNAL_TOKEN_KEY", "mine-mine-mine-mine-mine-mine-mine");
    environment.put("METRICS_BEARER_TOKEN", "fresh,worn");
    environment.put("RECORDING_PLAYBACK_SECRET", "play");

    assertThat(calls())
        .containsEntry("AGENT_SHARED_SECRET", "new,old")
        .containsEntry("INTERNAL_TOKEN_KEY", "mine-mine-mine-mine-mine-mine-mine")
        .containsEntry("METRICS_BEARER_TOKEN", "fresh,worn")
        .containsEntry("RECORDING_PLAYBACK_SECRET", "play");
    assertThat(decided().metricsToken()).isEqualTo("fresh");
    assertThat(decided().agentSecret()).isEqualTo("new");
  }

  @Test
  void needsNoSecretOfTheEnvironment() {
    assertThat(calls())
        .containsEntry("METRICS_BEARER_TOKEN", LocalConfiguration.METRICS_TOKEN)
        .containsEntry("RECORDING_PLAYBACK_SECRET", LocalConfiguration.PLAYBACK_SECRET);
  }

  @Test
  void leavesOtherSecretsToTheEnvironment() {
    environment.put("STRIPE_WEBHOOK_SECRET", "whsec");

    assertThat(calls()).doesNotContainKeys("STRIPE_WEBHOOK_SECRET");
  }

  @Test
  void keepsThePortAndTheDatabaseOfTheEnvironmentFromTheServices() {
    environment.put("PORT", "9001");
    environment.put("DATABASE_URL", "postgresql://me:hush@production/db");
    environment.put("DATABASE_SCHEMA", "mine");

    assertThat(calls())
        .containsEntry("PORT", "9002")
        .containsEntry("server.port", "9002")
        .containsEntry("DATABASE_SCHEMA", "calls")
        .containsEntry("DATABASE_URL", "postgresql://postgres:postgres@127.0.0.1:9007/rapidcall");
  }

  @Test
  void opensOnlyTheGatewayWhenAsked() {
    environment.put("GATEWAY_ADDRESS", "0.0.0.0");

    assertThat(decided().variables(LocalService.GATEWAY))
        .containsEntry("server.address", "0.0.0.0")
        .containsEntry("CALL_SERVICE_URL", "http://localhost:9002");
    assertThat(calls()).containsEntry("server.address", "127.0.0.1");
  }

  @Test
  void knowsWhereABrowserWouldComeFrom() {
    assertThat(decided().clientOrigin()).isEqualTo("http://localhost:5173");
    environment.put("CLIENT_ORIGIN", "https://app.example.com, https://other.example.com");
    assertThat(decided().clientOrigin()).isEqualTo("https://app.example.com");
    environment.put("CLIENT_ORIGIN", "*");
    assertThat(decided().clientOrigin()).isEqualTo("http://localhost:9001");
  }

  @Test
  void movesTheGatewayByPort() {
    assertThat(Ports.gatewayPort(environment)).isEqualTo(8787);
    environment.put("PORT", " 9999 ");
    assertThat(Ports.gatewayPort(environment)).isEqualTo(9999);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http", "-1", "0", "65536", "87 87"})
  void refusesAPortThatIsNone(String port) {
    environment.put("PORT", port);
    assertThatExceptionOfType(PlatformException.class)
        .isThrownBy(() -> Ports.gatewayPort(environment))
        .withMessageContaining("PORT");
  }

  private Map<String, String> calls() {
    return decided().variables(LocalService.CALLS);
  }

  private LocalConfiguration decided() {
    return new LocalConfiguration(environment, PORTS);
  }
}
