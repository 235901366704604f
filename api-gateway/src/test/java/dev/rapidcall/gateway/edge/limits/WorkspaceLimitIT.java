package dev.rapidcall.gateway.edge.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.gateway.testing.Answer;
import dev.rapidcall.gateway.testing.ClockedGatewayIT;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkspaceLimitIT extends ClockedGatewayIT {
  private static final int PER_MINUTE = 60;

  @Test
  void boundsWhatAWorkspaceMayAsk() {
    OWNER.json("/api/agents", 200, "[]");
    SignedUp person = signUp();
    for (int i = 0; i < PER_MINUTE; i++) {
      assertThat(agents(person).status()).isEqualTo(200);
    }

    Answer refused = agents(person);
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.header("Retry-After")).isEqualTo("1");
    assertThat(refused.header("Access-Control-Allow-Origin")).isEqualTo(DASHBOARD);
    assertThat(agents(signUp()).status()).isEqualTo(200);

    clock.forward(Duration.ofSeconds(1));
    assertThat(agents(person).status()).isEqualTo(200);
    assertThat(agents(person).status()).isEqualTo(429);
  }

  @Test
  void neverHidesFromAPersonThatHeIsSignedIn() {
    OWNER.json("/api/agents", 200, "[]");
    SignedUp person = signUp();
    for (int i = 0; i < PER_MINUTE; i++) {
      assertThat(get("/api/me").bearer(person.token()).send().status()).isEqualTo(200);
    }

    for (int i = 0; i < PER_MINUTE; i++) {
      assertThat(agents(person).status()).isEqualTo(200);
    }
    assertThat(agents(person).status()).isEqualTo(429);
    assertThat(get("/api/me").bearer(person.token()).send().status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/tts/preview",
        "/api/agents/generate-prompt",
        "/api/calls/call_1/auto-evaluate"
      })
  @DisplayName("weakness 27: what costs money at a provider is bounded more narrowly")
  void boundsWhatCostsMoney(String path) {
    OWNER.json(path, 200, "{}");
    OWNER.json("/api/agents", 200, "[]");
    SignedUp person = signUp();
    for (int i = 0; i < 3; i++) {
      assertThat(expensive(person, path).status()).isEqualTo(200);
    }

    Answer refused = expensive(person, path);
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.header("Retry-After")).isEqualTo("20");
    assertThat(agents(person).status()).isEqualTo(200);

    clock.forward(Duration.ofSeconds(20));
    assertThat(expensive(person, path).status()).isEqualTo(200);
  }

  @Test
  void neverSlowsTheVoiceAgentOrAProviderDown() {
    for (int i = 0; i < PER_MINUTE + 5; i++) {
      assertThat(
              post("/api/internal/calls/call_x/transcript")
                  .fromAgent()
                  .json("{\"transcript\":[]}")
                  .send()
                  .status())
          .isEqualTo(200);
      assertThat(post("/api/livekit/webhook").json("{}").send().status()).isNotEqualTo(429);
    }
  }

  private Answer agents(SignedUp person) {
    return get("/api/agents").fromDashboard().bearer(person.token()).send();
  }

  private Answer expensive(SignedUp person, String path) {
    return post(path).fromDashboard().bearer(person.token()).json("{}").send();
  }
}
