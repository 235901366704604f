package dev.rapidcall.local;

import dev.rapidcall.local.demo.DemoAccount;
import dev.rapidcall.local.platform.LocalConfiguration;
import dev.rapidcall.local.platform.LocalPlatform;
import dev.rapidcall.local.platform.LocalService;
import dev.rapidcall.local.platform.Provider;
import java.util.ArrayList;
import java.util.List;

/** What is printed when everything answers: where things are and what to try next. */
final class Welcome {

  private final LocalPlatform platform;
  private final LocalConfiguration configuration;

  private Welcome(LocalPlatform platform) {
    this.platform = platform;
    this.configuration = platform.configuration();
  }

  static List<String> to(LocalPlatform platform) {
    Welcome welcome = new Welcome(platform);
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add("RapidCall is up.");
    lines.addAll(welcome.places());
    lines.addAll(welcome.keys());
    lines.addAll(welcome.nextSteps());
    return lines;
  }

  private List<String> places() {
    List<String> lines = new ArrayList<>();
    String ai = platform.aiSandboxUrl().toString();
    for (LocalService service : LocalService.values()) {
      lines.add(line(service.configName(), platform.url(service).toString()));
    }
    lines.add(line("LiveKit", provider(Provider.LIVEKIT, platform.sandboxUrl().toString())));
    lines.add(line("S3", provider(Provider.S3, platform.s3Endpoint().toString())));
    lines.add(line("language model", provider(Provider.OPENAI, ai)));
    lines.add(line("ElevenLabs", provider(Provider.ELEVENLABS, ai)));
    lines.add(line("Cartesia", provider(Provider.CARTESIA, ai)));
    lines.add(line("Postgres", platform.databaseUrl()));
    lines.add(line("Kafka", platform.kafkaBootstrapServers()));
    return lines;
  }

  private String provider(Provider provider, String sandbox) {
    return configuration.isSandbox(provider)
        ? "sandbox at " + sandbox
        : "the real one (" + provider.decidedBy() + " is set)";
  }

  private List<String> keys() {
    return List.of(
        "",
        line("login", DemoAccount.EMAIL + " / " + DemoAccount.PASSWORD),
        line("agent secret", shown("AGENT_SHARED_SECRET", configuration.agentSecret())),
        line("metrics token", shown("METRICS_BEARER_TOKEN", configuration.metricsToken())),
        line("LiveKit key", shown("LIVEKIT_API_KEY", configuration.liveKitApiKey())),
        line("LiveKit secret", shown("LIVEKIT_API_SECRET", configuration.liveKitApiSecret())));
  }

  /** What the environment gave is known to whoever gave it and stays off the screen. */
  private String shown(String variable, String value) {
    return configuration.isGiven(variable) ? "as given in " + variable : value;
  }

  private List<String> nextSteps() {
    String gateway = platform.url(LocalService.GATEWAY).toString();
    return List.of(
        "",
        "A whole call, from start to bill:",
        "  ./mvnw spring-boot:run -Dspring-boot.run.arguments=demo",
        "Or by hand:",
        "  curl " + gateway + "/health",
        "  curl %s/metrics -H 'Authorization: Bearer …'".formatted(gateway),
        "  TOKEN=$(curl -s %s/api/auth/login -H 'Content-Type: application/json' \\"
            .formatted(gateway),
        "    -d '{\"email\":\"%s\",\"password\":\"%s\"}' | sed 's/.*\"token\":\"\\([^\"]*\\)\".*/\\1/')"
            .formatted(DemoAccount.EMAIL, DemoAccount.PASSWORD),
        "  curl -s %s/api/agents -H \"Authorization: Bearer $TOKEN\" -H 'Origin: %s' \\"
            .formatted(gateway, configuration.clientOrigin()),
        "    -H 'Content-Type: application/json' -d '{\"name\":\"Ada\",\"promptDraft\":\"Be brief.\"}'",
        "  curl -s %s/api/billing/usage-summary -H \"Authorization: Bearer $TOKEN\""
            .formatted(gateway),
        "Ctrl-C stops everything; the data stays in " + platform.directory() + ".",
        "");
  }

  private static String line(String name, String value) {
    return "  %-18s %s".formatted(name, value);
  }
}
