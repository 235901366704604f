package dev.rapidcall.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.local.e2e.Client.Answer;
import java.util.Set;

/** What holds for every answer, and for every error among them. */
final class Problems {
  /** The contract lets these answer errors in plain text. */
  private static final Set<String> PLAIN =
      Set.of(
          "GET /api/calls/{}/recording",
          "GET /api/calls/{}/recording-playback",
          "POST /api/livekit/webhook",
          "POST /api/stripe/webhook");

  private Problems() {}

  static void assertAnswered(Answer answer) {
    assertThat(answer.header("X-Request-Id")).isNotBlank();
    assertThat(answer.header("Content-Type")).doesNotContain("html");
    assertThat(answer.header("Server") + answer.header("X-Powered-By")).isEmpty();
  }

  /** Readable by people, and nothing of the inside. */
  static void assertProblem(Route route, Answer answer, Integer... statuses) {
    assertThat(answer.status()).as(route + " " + answer.text()).isIn((Object[]) statuses);
    assertAnswered(answer);
    assertThat(answer.text())
        .isNotBlank()
        .doesNotContainIgnoringCase("<html")
        .doesNotContain("Exception", "\tat ", "org.springframework", "java.");
    String type = answer.header("Content-Type");
    if (!PLAIN.contains(route.shape()) || type.contains("json")) {
      assertThat(type).as(route.toString()).startsWith("application/json");
      assertThat(answer.json().path("error").asString("")).as(answer.text()).isNotBlank();
    }
  }

  /** Of a page that may read it. */
  static void assertReadableByOurPages(Route route, Answer answer) {
    if (route.door() != Route.Door.WEBHOOK) {
      assertThat(answer.header("Access-Control-Allow-Origin"))
          .as(route.toString())
          .isEqualTo(Platform.origin());
      assertThat(answer.header("Access-Control-Allow-Credentials")).isEqualTo("true");
    }
  }
}
