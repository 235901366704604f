package dev.rapidcall.calls.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.calls.CallService;
import dev.rapidcall.calls.testing.Api;
import dev.rapidcall.calls.testing.Api.Answer;
import dev.rapidcall.service.identity.InternalTokens;
import dev.rapidcall.testing.RapidCallIT;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@RapidCallIT(
    classes = CallService.class,
    properties = {
      "spring.config.name=call-service",
      "LIVEKIT_URL=ws://localhost:1",
      "LIVEKIT_API_KEY=devkey",
      "LIVEKIT_API_SECRET=a-secret-of-at-least-thirty-two-characters",
      "CALL_WORK_EVERY=1h"
    })
class ContactsIT {
  private static final String PATH = "/api/crm/contacts";

  @LocalServerPort int port;
  @Autowired InternalTokens tokens;
  @Autowired JdbcClient jdbc;

  private String workspace;
  private Api us;
  private Api them;
  private Api nobody;

  @BeforeEach
  void begin() {
    workspace = "w" + UUID.randomUUID();
    nobody = Api.anonymous(port, tokens);
    us = nobody.as(workspace);
    them = nobody.as("another workspace");
  }

  @Test
  void aContactIsMadeReadChangedAndRemoved() {
    JsonNode made =
        created(
            """
            {"phoneE164":"+14155550100","name":"Eve","email":"","tags":["lead"],
             "metadata":{"plan":{"seats":3}},"unknown":1}
            """);

    assertThat(made.path("source").asString()).isEqualTo("manual");
    assertThat(made.path("totalCalls").asInt()).isZero();
    assertThat(made.path("lastCallAt").isNull()).isTrue();
    assertThat(made.path("metadata").toString()).isEqualTo("{\"plan\":{\"seats\":3}}");
    String path = PATH + "/" + made.path("id").asString();
    Answer changed = us.put(path, "{\"notes\":\"called back\",\"email\":\"eve@example.com\"}");
    assertThat(changed.status()).isEqualTo(200);
    Answer read = us.get(path);
    assertThat(read.body().path("contact")).isEqualTo(changed.body().path("contact"));
    assertThat(read.body().path("contact").path("name").asString()).isEqualTo("Eve");
    assertThat(read.body().path("contact").path("notes").asString()).isEqualTo("called back");
    assertThat(read.body().path("calls").isArray()).isTrue();
    assertThat(read.body().path("outboundJobs").isArray()).isTrue();
    assertThat(us.delete(path).status()).isEqualTo(200);
    assertThat(us.get(path).status()).isEqualTo(404);
    assertThat(us.delete(path).status()).isEqualTo(404);
  }

  @Test
  void aNumberIsOneContactWhicheverWayItIsWrittenAndKeepsWhatIsNotGiven() {
    JsonNode first = created("{\"phoneE164\":\"+14155550100\",\"name\":\"Eve\",\"tags\":[\"a\"]}");

    JsonNode second = created("{\"phoneE164\":\"14155550100\",\"company\":\"Ours\"}");

    assertThat(second.path("id")).isEqualTo(first.path("id"));
    assertThat(second.path("name").asString()).isEqualTo("Eve");
    assertThat(second.path("tags").toString()).isEqualTo("[\"a\"]");
    assertThat(second.path("company").asString()).isEqualTo("Ours");
    assertThat(list("").size()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "?search=EVE | 1",
        "?search=0100 | 1",
        "?search=example.com | 2",
        "?search=%25 | 0",
        "?tag=lead | 1",
        "?source=manual | 2",
        "?source=import | 0",
        "?limit=1 | 1",
        "?offset=1 | 1",
        "?search= | 2",
      })
  void contactsAreFound(String query, int found) {
    created(
        "{\"phoneE164\":\"+14155550100\",\"name\":\"Eve\",\"email\":\"e@example.com\",\"tags\":[\"lead\"]}");
    created("{\"phoneE164\":\"+14155550199\",\"name\":\"Bob\",\"email\":\"b@example.com\"}");

    assertThat(list(query).size()).isEqualTo(found);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | phoneE164",
        "{\"phoneE164\":\"0123456789\"} | phoneE164",
        "{\"phoneE164\":\"+14155550100\",\"email\":\"nobody\"} | email",
        "{\"phoneE164\":\"+14155550100\",\"tags\":\"a\"} | tags",
        "{\"phoneE164\":\"+14155550100\",\"metadata\":[]} | metadata",
      })
  void badInputNamesItsField(String body, String field) {
    Answer refused = us.post(PATH, body);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body().path("details").path("fieldErrors").propertyNames())
        .containsExactly(field);
    assertThat(us.post(PATH, "[]").status()).isEqualTo(400);
    assertThat(us.get(PATH + "?limit=many").status()).isEqualTo(400);
  }

  @Test
  void aFileIsTakenOverWithoutTouchingWhoIsKnown() {
    created("{\"phoneE164\":\"+14155550100\",\"name\":\"Eve\"}");

    Answer answer =
        us.post(
            PATH + "/import",
            "{\"csv\":\"phone,name,tags\\n+1 415 555 0100,Other,\\n14155550101,Bob,a;b\\nx,y,\"}");

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.body().path("imported").asInt()).isEqualTo(1);
    assertThat(answer.body().path("total").asInt()).isEqualTo(2);
    JsonNode bob = answer.body().path("contacts").get(0);
    assertThat(bob.path("phoneE164").asString()).isEqualTo("+14155550101");
    assertThat(bob.path("tags").toString()).isEqualTo("[\"a\",\"b\"]");
    assertThat(bob.path("source").asString()).isEqualTo("import");
    assertThat(list("?search=Eve").size()).isEqualTo(1);
    assertThat(us.post(PATH + "/import", "{}").status()).isEqualTo(400);
  }

  @Test
  void pastCallsBecomeContactsAndAreCountedOnceHoweverOften() {
    call("+14155550100", "PHONE_INBOUND", 1);
    call("14155550100", "PHONE_OUTBOUND", 3);
    call("webtest", "WEB", 4);

    assertThat(us.post(PATH + "/backfill", null).body().toString())
        .isEqualTo("{\"created\":1,\"updated\":0,\"total\":1}");
    assertThat(us.post(PATH + "/backfill", null).body().toString())
        .isEqualTo("{\"created\":0,\"updated\":1,\"total\":1}");

    JsonNode contact = list("").get(0);
    assertThat(contact.path("totalCalls").asInt()).isEqualTo(2);
    assertThat(contact.path("lastCallAt").asLong()).isEqualTo(at(3).toEpochMilli());
    assertThat(contact.path("lastCallOutcome").asString()).isEqualTo("user_hangup");
    assertThat(contact.path("source").asString()).isEqualTo("inbound");
    JsonNode calls = us.get(PATH + "/" + contact.path("id").asString()).body().path("calls");
    assertThat(calls.size()).isEqualTo(2);
    assertThat(calls.get(0).path("to").asString()).isEqualTo("14155550100");
    assertThat(calls.get(0).path("durationSec").asInt()).isEqualTo(4);
  }

  @Test
  void anotherWorkspaceSeesNothingOfOurs() {
    String path = PATH + "/" + created("{\"phoneE164\":\"+14155550100\"}").path("id").asString();

    assertThat(them.get(path).status()).isEqualTo(404);
    assertThat(them.put(path, "{\"name\":\"x\"}").status()).isEqualTo(404);
    assertThat(them.delete(path).status()).isEqualTo(404);
    assertThat(them.get(PATH + "?search=14155550100").body().path("contacts").size()).isZero();
    assertThat(nobody.get(path).status()).isEqualTo(401);
    assertThat(nobody.asAgent().get(PATH).status()).isEqualTo(403);
    assertThat(us.get(path).status()).isEqualTo(200);
  }

  private JsonNode created(String body) {
    Answer answer = us.post(PATH, body);
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
    return answer.body().path("contact");
  }

  private JsonNode list(String query) {
    Answer answer = us.get(PATH + query);
    assertThat(answer.status()).isEqualTo(200);
    return answer.body().path("contacts");
  }

  private static Instant at(int hour) {
    return Instant.parse("2026-11-17T00:00:00Z").plusSeconds(3600L * hour);
  }

  private void call(String phone, String channel, int hour) {
    Timestamp at = Timestamp.from(at(hour));
    jdbc.sql(
            """
            insert into calls (id, workspace_id, agent_name, counterpart, room_name, channel,
              opened_at, started_at, ended_at, talk_millis, outcome, created_at, updated_at)
            values (:id, :workspace, 'A', :phone, :id, :channel, :at, :at, :at, 3700, 'user_hangup', :at,
              :at)
            """)
        .param("id", "call_" + UUID.randomUUID())
        .param("workspace", workspace)
        .param("phone", phone)
        .param("channel", channel)
        .param("at", at)
        .update();
  }
}
