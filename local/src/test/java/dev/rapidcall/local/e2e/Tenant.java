package dev.rapidcall.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.local.e2e.Client.Answer;
import dev.rapidcall.local.e2e.Workspace.StartedCall;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A workspace in which there is one of everything as soon as it is asked for. */
final class Tenant {
  private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");

  final Workspace workspace;
  private final Map<String, String> kept = new HashMap<>();

  Tenant() {
    this.workspace = Workspace.registered();
  }

  /** The text with every name in braces replaced, one thing for one name. */
  String fill(String text, Map<String, String> given) {
    Map<String, String> used = new HashMap<>(given);
    return NAME.matcher(text)
        .replaceAll(
            found -> Matcher.quoteReplacement(used.computeIfAbsent(found.group(1), this::make)));
  }

  /** A thing of this kind; calls and what there is only one of are made once. */
  String make(String kind) {
    return switch (kind) {
      case "call", "recordedCall", "workspace", "member" -> {
        String known = kept.get(kind);
        String thing = known == null ? once(kind) : known;
        kept.put(kind, thing);
        yield thing;
      }
      case "email" -> UUID.randomUUID() + "@example.com";
      case "ourEmail" -> workspace.email;
      case "ourPassword" -> Workspace.PASSWORD;
      case "phone" -> "+1" + ThreadLocalRandom.current().nextLong(2_000_000_000L, 9_999_999_999L);
      case "callSid" -> "CA1";
      case "number", "job", "delivery" -> "0000000000"; // of these there is none yet
      case "agent" -> created("/api/agents", Map.of("name", "A", "promptDraft", "p"), "agent");
      case "variant" -> throw new IllegalArgumentException("a variant belongs to an agent");
      case "folder" -> created("/api/kb/folders", Map.of("name", "F"), "folder");
      case "doc" ->
          created(
              "/api/kb/folders/" + make("folder") + "/text",
              Map.of("title", "T", "contentText", "We open at nine."),
              "doc");
      case "contact" -> created("/api/crm/contacts", Map.of("phoneE164", make("phone")), "contact");
      case "apiKey" -> created("/api/api-keys", Map.of("name", "K"), "apiKey");
      case "invitation" ->
          created(
              "/api/workspaces/" + make("workspace") + "/invitations",
              Map.of("email", make("email"), "role", "member"),
              "invitation");
      case "secret" -> secret();
      default -> throw new IllegalArgumentException("Nobody makes a " + kind);
    };
  }

  /** Own ids for all names of a path; some belong together. */
  Map<String, String> idsOf(Route route) {
    Map<String, String> ids = new HashMap<>();
    for (String kind : route.ids()) {
      ids.put(
          kind,
          kind.equals("variant")
              ? created(
                  "/api/agents/" + ids.get("agent") + "/variants",
                  Map.of("name", "B", "prompt", "p", "trafficPercent", 10),
                  "variant")
              : make(kind));
    }
    return ids;
  }

  /** A key with one right. */
  Client apiKey(String scope) {
    Answer created =
        workspace.dashboard.post(
            "/api/api-keys", Map.of("name", "K", "scopes", new String[] {scope}));
    assertThat(created.status()).as(created.text()).isEqualTo(201);
    String key = created.json().path("apiKey").path("rawKey").asString();
    return Client.of(Platform.gateway()).with("Authorization", "Bearer " + key);
  }

  private String once(String kind) {
    return switch (kind) {
      case "call" -> workspace.start().id();
      case "recordedCall" -> recordedCall();
      case "workspace" -> me().path("workspace").path("id").asString();
      default -> me().path("user").path("id").asString();
    };
  }

  private JsonNode me() {
    return workspace.dashboard.get("/api/me").json();
  }

  private String recordedCall() {
    StartedCall call = workspace.start();
    Sandbox.awaitFinished(Sandbox.play(call, Map.of("endedBy", "caller", "talkSeconds", 1)));
    workspace.awaitRecording(call, "ready");
    workspace.awaitBill(call);
    return call.id();
  }

  /** The older of two: the only one cannot be removed. */
  private String secret() {
    JsonNode secrets = secrets();
    while (secrets.size() < 2) {
      Answer rotated = workspace.dashboard.post("/api/webhooks/secrets/rotate");
      assertThat(rotated.status()).as(rotated.text()).isEqualTo(201);
      secrets = secrets();
    }
    return secrets.get(1).path("id").asString();
  }

  private JsonNode secrets() {
    Answer answer = workspace.dashboard.get("/api/webhooks/secrets");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json().path("secrets");
  }

  private String created(String path, Object body, String name) {
    Answer answer = workspace.dashboard.post(path, body);
    assertThat(answer.status()).as(path + " " + answer.text()).isEqualTo(201);
    @Nullable JsonNode id = answer.json().path(name).get("id");
    return Objects.requireNonNull(id, answer.text()).asString();
  }
}
