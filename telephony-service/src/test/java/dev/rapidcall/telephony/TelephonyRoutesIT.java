package dev.rapidcall.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.service.identity.Caller;
import dev.rapidcall.service.identity.InternalTokens;
import dev.rapidcall.telephony.Api.Answer;
import dev.rapidcall.testing.RapidCallIT;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a workspace without telephony sees. */
@RapidCallIT(classes = TelephonyService.class, properties = "spring.config.name=telephony-service")
class TelephonyRoutesIT {
  private static final String OURS = "workspace1";
  private static final String THEIRS = "workspace2";
  private static final String CALLED =
      "{\"agentId\":\"aGeNt00001\",\"phoneE164\":\"+14155550100\",\"metadata\":{}}";

  @Autowired private InternalTokens tokens;
  @LocalServerPort private int port;

  private Api nobody;
  private Api us;
  private Api agent;

  @BeforeEach
  void begin() {
    nobody = Api.without(tokens, port);
    us = nobody.of(OURS);
    agent = nobody.as(Caller.agent());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/api/phone-numbers | {\"phoneNumbers\":[]}",
        "/api/outbound/jobs?limit=200 | {\"jobs\":[]}",
        "/api/outbound/jobs/j1/logs | {\"logs\":[]}",
        "/api/twilio/inbound | {\"ok\":true}",
      })
  void listsAreEmpty(String path, String body) {
    Answer answer = us.get(path);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(body);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET | /api/phone-numbers/n1 |",
        "PUT | /api/phone-numbers/n1 | {\"label\":\"Front desk\"}",
        "PUT | /api/phone-numbers/n1 | {\"inboundAgentId\":null}",
        "DELETE | /api/phone-numbers/n1 |",
        "POST | /api/phone-numbers/n1/ensure-inbound |",
        "POST | /api/phone-numbers/n1/reprovision-outbound |",
        "GET | /api/outbound/jobs/j1 |",
        "POST | /api/outbound/jobs/j1/cancel |",
        "POST | /api/outbound/jobs/j1/dnc | {\"reason\":\"asked us\"}",
      })
  void everyIdIsUnknown(String method, String path, String body) {
    Answer answer = us.send(method, path, body);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.json().path("error").asString()).endsWith("not found");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POST | /api/phone-numbers | {\"e164\":\"1\"} | e164",
        "POST | /api/phone-numbers | {} | e164",
        "POST | /api/phone-numbers | {\"e164\":\"+14155550100\",\"provider\":\"sip\"} | provider",
        "PUT | /api/phone-numbers/n1 | {\"sipOutboundTransport\":\"x\"} | sipOutboundTransport",
        "POST | /api/workspaces/workspace1/twilio/buy-number | {} | phoneNumber",
        "POST | /api/outbound/jobs | {\"agentId\":\"a\",\"phoneE164\":\"1\"} | phoneE164",
        "POST | /api/outbound/jobs | {\"agent_id\":\"\",\"to_number\":\"+14155550100\"} | agent_id",
        "POST | /api/outbound/jobs | {\"maxAttempts\":11} | maxAttempts",
        "POST | /api/outbound/jobs | {\"metadata\":[]} | metadata",
      })
  void inputIsChecked(String method, String path, String body, String field) {
    Answer answer = us.send(method, path, body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("error").asString()).isEqualTo("Validation failed");
    assertThat(answer.json().path("details").path("fieldErrors").propertyNames())
        .containsExactly(field);
  }

  @Test
  void markingANumberAsNotToBeCalledNeedsABody() {
    Answer answer = us.post("/api/outbound/jobs/j1/dnc", null);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("details").path("formErrors")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/api/phone-numbers | {\"e164\":\"+14155550100\"}",
        "/api/workspaces/workspace1/twilio/buy-number | {\"phoneNumber\":\"+14155550100\"}",
      })
  void theTrialIncludesNoNumbers(String path, String body) {
    Answer answer = us.post(path, body);

    assertThat(answer.status()).isEqualTo(402);
    assertThat(answer.json().path("error").asString()).contains("trial");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        CALLED,
        "{\"agent_id\":\"aGeNt00001\",\"to_number\":\"14155550100\",\"from_number\":\"\","
            + "\"rapidcall_llm_dynamic_variables\":{\"name\":\"Eve\",\"age\":7}}"
      })
  void nobodyIsCalledWithoutANumberToCallFrom(String body) {
    Answer answer = us.post("/api/outbound/jobs", body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("error").asString())
        .isEqualTo("This workspace has no phone number to call from");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"phoneE164\":\"+14155550100\"}",
        "{\"agentId\":\"a1\"}",
        "{\"agentId\":\"a1\",\"phoneE164\":\"0123456789\"}",
      })
  void aJobNeedsAnAgentAndANumber(String body) {
    Answer answer = us.post("/api/outbound/jobs", body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("error").asString()).containsAnyOf("agentId", "phoneE164");
  }

  @Test
  void theCarriersAccountIsEmpty() {
    assertThat(us.get("/api/workspaces/workspace1/twilio").json().toString())
        .contains("\"id\":\"workspace1\"", "\"twilioSubaccountSid\":null")
        .contains("\"twilioConfigured\":false")
        .doesNotContain("Password");
    assertThat(us.post("/api/workspaces/workspace1/twilio/subaccount", null).status())
        .isEqualTo(400);
    Answer search = us.get("/api/workspaces/workspace1/twilio/available-numbers?country=US");
    assertThat(search.status()).isEqualTo(400);
    assertThat(search.json().path("error").asString()).isNotBlank();
    Answer reset = us.post("/api/workspaces/workspace1/reset-twilio", null);
    assertThat(reset.status()).isEqualTo(200);
    assertThat(reset.json().path("ok").asBoolean()).isTrue();
    assertThat(reset.json().path("message").isString()).isTrue();
  }

  @Test
  void diagnosticsAreWhole() {
    assertThat(us.get("/api/workspaces/workspace1/inbound-diagnostics").body())
        .isEqualTo(
            "{\"LIVEKIT_SIP_ENDPOINT\":null,\"twilioSipTrunkSid\":null,"
                + "\"livekitInboundTrunkId\":null,\"originationUrls\":[],"
                + "\"expectedOriginationSipUrl\":null,\"phoneNumbers\":[]}");
    assertThat(us.get("/api/twilio/calls/CA1/ips").body())
        .startsWith("{\"callSid\":\"CA1\",\"signalingIp\":null,\"mediaIp\":null,\"error\":\"");
    assertThat(us.get("/api/twilio/calls/XX1/ips").status()).isEqualTo(400);
    assertThat(us.get("/api/twilio/workspaces/workspace1/recent-call-ips").status()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /twilio, 403",
    "GET, /inbound-diagnostics, 403",
    "POST, /twilio/subaccount, 403",
    "GET, /twilio/available-numbers, 403",
    "POST, /twilio/buy-number, 403",
    "POST, /reset-twilio, 404",
  })
  void anotherWorkspaceIsClosed(String method, String path, int status) {
    String body = path.endsWith("buy-number") ? "{\"phoneNumber\":\"+14155550100\"}" : null;

    Answer answer = us.send(method, "/api/workspaces/" + THEIRS + path, body);

    assertThat(answer.status()).isEqualTo(status);
    if (status == 403) {
      assertThat(answer.body()).isEqualTo("{\"error\":\"Forbidden\"}");
      assertThat(us.get("/api/twilio/workspaces/" + THEIRS + "/recent-call-ips").status())
          .isEqualTo(403);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "inbound | {\"roomName\":\"call-1\",\"to\":\"+14155550100\",\"from\":\"\"} | 404",
        "inbound | {\"roomName\":\"call-1\"} | 400",
        "outbound | {\"roomName\":\"out-1\"} | 404",
        "outbound | {\"roomName\":\"call-1\"} | 400",
        "outbound | {} | 400",
      })
  void theVoiceAgentFindsNoNumberAndNoJob(String way, String body, int status) {
    Answer answer = agent.post("/api/internal/telephony/" + way + "/start", body);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.json().path("error").asString()).isNotBlank();
  }

  @Test
  void aPhoneIsToldThatTheNumberIsNotInService() {
    Answer answer =
        nobody
            .as(Caller.anybody())
            .post("/api/twilio/inbound", "To=%2B14155550100&From=%2B14155550101&CallSid=CA1");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.response().getHeaders().getFirst("Content-Type"))
        .isEqualToIgnoringCase("text/xml;charset=UTF-8");
    assertThat(answer.body())
        .isEqualTo(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                + "<Response><Say>This number is not in service.</Say></Response>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET | /api/phone-numbers |",
        "POST | /api/phone-numbers | {\"e164\":\"+14155550100\"}",
        "GET | /api/phone-numbers/n1 |",
        "PUT | /api/phone-numbers/n1 | {}",
        "DELETE | /api/phone-numbers/n1 |",
        "POST | /api/phone-numbers/n1/ensure-inbound |",
        "POST | /api/phone-numbers/n1/reprovision-outbound |",
        "GET | /api/workspaces/workspace1/twilio |",
        "GET | /api/workspaces/workspace1/inbound-diagnostics |",
        "POST | /api/workspaces/workspace1/twilio/subaccount |",
        "GET | /api/workspaces/workspace1/twilio/available-numbers |",
        "POST | /api/workspaces/workspace1/twilio/buy-number | {\"phoneNumber\":\"+14155550100\"}",
        "POST | /api/workspaces/workspace1/reset-twilio |",
        "GET | /api/twilio/calls/CA1/ips |",
        "GET | /api/twilio/workspaces/workspace1/recent-call-ips |",
        "GET | /api/outbound/jobs |",
        "POST | /api/outbound/jobs | " + CALLED,
        "GET | /api/outbound/jobs/j1 |",
        "GET | /api/outbound/jobs/j1/logs |",
        "POST | /api/outbound/jobs/j1/cancel |",
        "POST | /api/outbound/jobs/j1/dnc | {}",
      })
  void onlyPeopleOfAWorkspaceGetIn(String method, String path, String body) {
    assertThat(nobody.send(method, path, body).status()).isEqualTo(401);
    assertThat(agent.send(method, path, body).status()).isEqualTo(403);
    assertThat(nobody.as(Caller.anybody()).send(method, path, body).status()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"inbound", "outbound"})
  void onlyTheVoiceAgentStartsCalls(String way) {
    String path = "/api/internal/telephony/" + way + "/start";
    String body = "{\"roomName\":\"out-1\",\"to\":\"+14155550100\"}";

    assertThat(nobody.post(path, body).status()).isEqualTo(401);
    assertThat(us.post(path, body).status()).isEqualTo(403);
  }
}
