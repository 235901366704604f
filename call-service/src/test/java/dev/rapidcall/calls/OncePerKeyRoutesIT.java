package dev.rapidcall.calls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.calls.testing.Api;
import dev.rapidcall.calls.testing.Api.Answer;
import dev.rapidcall.calls.testing.CallServiceOverHttp;
import dev.rapidcall.calls.testing.SomeCall;
import dev.rapidcall.service.identity.InternalTokens;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The gateway asks again with the same key after a crash or a lost answer: nothing is made twice.
 */
@CallServiceOverHttp
class OncePerKeyRoutesIT {
  @LocalServerPort int port;
  @Autowired InternalTokens tokens;
  @Autowired JdbcClient jdbc;

  private final String workspace = "once-" + UUID.randomUUID();
  private Api us;

  @BeforeEach
  void begin() {
    us = Api.anonymous(port, tokens).as(workspace);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "agents             | /api/agents                    | {\"name\":\"A\"}",
        "kb_folders         | /api/kb/folders                | {\"name\":\"F\"}",
        "contacts           | /api/crm/contacts              | {\"phoneE164\":\"+4930123456\"}",
        "webhook_secrets    | /api/webhooks/secrets/rotate   | {}",
        "call_evaluations   | /api/calls/{call}/evaluations  | {\"score\":80}",
        "call_labels        | /api/calls/{call}/labels       | {\"label\":\"good\"}",
      })
  void makesOneThing(String table, String template, String body) {
    String path = template.replace("{call}", SomeCall.of(workspace).keep(jdbc));
    Api again = us.withKey("k-" + UUID.randomUUID());

    Answer first = again.post(path, body);
    Answer second = again.post(path, body);

    assertThat(first.status()).isEqualTo(201);
    assertThat(second.status()).isEqualTo(201);
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(count(table)).isOne();
  }

  @Test
  void makesOneThingBelowAnother() {
    String agent = us.post("/api/agents", "{\"name\":\"A\"}").body().at("/agent/id").asString();
    String folder =
        us.post("/api/kb/folders", "{\"name\":\"F\"}").body().at("/folder/id").asString();
    Api again = us.withKey("k-" + UUID.randomUUID());
    Api another = us.withKey("k-" + UUID.randomUUID());

    for (int i = 0; i < 2; i++) {
      assertThat(
              again
                  .post(
                      "/api/agents/" + agent + "/variants",
                      "{\"name\":\"V\",\"prompt\":\"P\",\"trafficPercent\":10}")
                  .status())
          .isEqualTo(201);
      assertThat(
              another
                  .post(
                      "/api/kb/folders/" + folder + "/text",
                      "{\"title\":\"T\",\"contentText\":\"C\"}")
                  .status())
          .isEqualTo(201);
    }

    assertThat(
            jdbc.sql("select count(*) from agent_variants where agent_id = :agent")
                .param("agent", agent)
                .query(Integer.class)
                .single())
        .isOne();
    assertThat(count("kb_docs")).isOne();
  }

  @Test
  void aRefusedThingMayBeTriedAgain() {
    Api again = us.withKey("k-" + UUID.randomUUID());

    Answer first = again.post("/api/agents", "{}");
    Answer second = again.post("/api/agents", "{}");

    assertThat(first.status()).isEqualTo(400);
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(count("answered_requests")).isZero();
  }

  private int count(String table) {
    return jdbc.sql("select count(*) from " + table + " where workspace_id = :workspace")
        .param("workspace", workspace)
        .query(Integer.class)
        .single();
  }
}
