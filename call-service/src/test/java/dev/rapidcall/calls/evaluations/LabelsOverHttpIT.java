package dev.rapidcall.calls.evaluations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.calls.testing.Api;
import dev.rapidcall.calls.testing.Api.Answer;
import dev.rapidcall.calls.testing.CallServiceOverHttp;
import dev.rapidcall.calls.testing.SomeCall;
import dev.rapidcall.service.identity.InternalTokens;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@CallServiceOverHttp
class LabelsOverHttpIT {
  private static final String VIP = "{\"label\":\"vip\"}";

  @LocalServerPort int port;
  @Autowired InternalTokens tokens;
  @Autowired JdbcClient jdbc;

  private final String workspace = "labels-" + UUID.randomUUID();
  private Api us;
  private Api them;
  private Api nobody;
  private String path = "";

  @BeforeEach
  void begin() {
    nobody = Api.anonymous(port, tokens);
    us = nobody.as(workspace);
    them = nobody.as("others");
    path = "/api/calls/" + SomeCall.of(workspace).keep(jdbc) + "/labels";
  }

  @Test
  void aLabelIsTrimmedListedNewestFirstAndTakenOff() {
    JsonNode first = us.post(path, "{\"label\":\"  vip \"}").body().path("label");
    JsonNode second = us.post(path, "{\"label\":\"VIP\"}").body().path("label");

    assertThat(first.propertyNames())
        .containsExactlyInAnyOrder("id", "callId", "workspaceId", "label", "createdAt");
    assertThat(first.path("label").asString()).isEqualTo("vip");
    assertThat(us.get(path).body().path("labels").values()).containsExactly(second, first);

    Answer removed = us.delete(path, VIP);

    assertThat(removed.body().toString()).isEqualTo("{\"ok\":true}");
    assertThat(us.get(path).body().path("labels").values()).containsExactly(second);
    assertThat(us.delete(path, VIP).status()).isEqualTo(200);
  }

  @DisplayName("weakness 3: a call has a label once")
  @Test
  void theSameLabelIsThereOnce() {
    JsonNode first = us.post(path, VIP).body();
    try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
      for (int i = 0; i < 6; i++) {
        threads.execute(() -> us.post(path, VIP));
      }
    }

    Answer again = us.post(path, VIP);
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first);
    assertThat(us.get(path).body().path("labels").size()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "{\"label\":\"\"}", "{\"label\":1}", "{\"label\":null}"})
  void badInputIsRefused(String body) {
    assertThat(us.post(path, body).status()).isEqualTo(400);
    assertThat(us.delete(path, body).status()).isEqualTo(400);
    assertThat(us.delete(path).status()).isEqualTo(400);
    assertThat(us.post(path, "{\"label\":\"" + "l".repeat(81) + "\"}").status()).isEqualTo(400);
    assertThat(us.post(path, "{\"label\":\"  \"}").body().path("details").path("fieldErrors"))
        .hasSize(1);
  }

  @DisplayName("weakness 31: no label on a call that does not exist or is somebody else's")
  @Test
  void onlyCallsOfTheWorkspaceAreLabelled() {
    us.post(path, VIP);

    assertThat(us.get("/api/calls/nobody/labels").status()).isEqualTo(404);
    assertThat(us.post("/api/calls/nobody/labels", VIP).status()).isEqualTo(404);
    assertThat(us.delete("/api/calls/nobody/labels", VIP).status()).isEqualTo(404);
    assertThat(them.get(path).status()).isEqualTo(404);
    assertThat(them.post(path, VIP).status()).isEqualTo(404);
    assertThat(them.delete(path, VIP).status()).isEqualTo(404);
    assertThat(nobody.get(path).status()).isEqualTo(401);
    assertThat(nobody.asAgent().post(path, VIP).status()).isEqualTo(403);
    assertThat(nobody.asAgent().delete(path, VIP).status()).isEqualTo(403);
    assertThat(us.get(path).body().path("labels").size()).isEqualTo(1);
  }
}
