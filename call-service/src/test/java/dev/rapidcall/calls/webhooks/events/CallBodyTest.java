package dev.rapidcall.calls.webhooks.events;

import static dev.rapidcall.calls.webhooks.events.CustomerEventType.CALL_ANALYZED;
import static dev.rapidcall.calls.webhooks.events.CustomerEventType.CALL_ENDED;
import static dev.rapidcall.calls.webhooks.events.CustomerEventType.CALL_STARTED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.calls.webhooks.events.CallFindings.Extracted;
import dev.rapidcall.events.AgentId;
import dev.rapidcall.events.CallChannel;
import dev.rapidcall.events.CallId;
import dev.rapidcall.events.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CallBodyTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Instant STARTED = Instant.ofEpochMilli(1_790_000_000_123L);
  private static final Instant ENDED = STARTED.plusMillis(40_000);
  private static final String BASE = "https://api.example.com";
  private static final CallFindings FOUND =
      new CallFindings("They talked.", true, "positive", true, null, List.of());

  @Test
  void aWebCallThatBegan() {
    assertThat(body(CALL_STARTED, web(), null))
        .isEqualTo(
            JSON.readTree(
                """
                {"event":"call_started","call":{
                  "call_type":"webtest","from_number":"webtest","to_number":"webtest",
                  "direction":"inbound","call_id":"call_abc","agent_id":"agent00001",
                  "agent_name":"Front desk","call_status":"registered","metadata":{},
                  "rapidcall_llm_dynamic_variables":{},"start_timestamp":1790000000123}}
                """));
  }

  @Test
  void aCallThatEndedTellsTimesReasonAndTranscript() {
    JsonNode call = body(CALL_ENDED, web(), null).path("call");

    assertThat(call.path("call_status").asString()).isEqualTo("ended");
    assertThat(call.path("start_timestamp").asLong()).isEqualTo(STARTED.toEpochMilli());
    assertThat(call.path("end_timestamp").asLong()).isEqualTo(ENDED.toEpochMilli());
    assertThat(call.path("duration_ms").asLong()).isEqualTo(31_500);
    assertThat(call.path("disconnection_reason").asString()).isEqualTo("user_hangup");
    assertThat(call.has("recording_url")).isFalse();
    assertThat(call.has("call_analysis")).isFalse();
  }

  @Test
  void toolCallsAreEntriesOfTheirOwnAndNoEmptyLines() {
    JsonNode call = body(CALL_ENDED, web(), null).path("call");

    assertThat(call.path("transcript").asString())
        .isEqualTo("Agent: Hello?\nUser: Book me in.\nAgent: Done.");
    assertThat(call.path("transcript_object"))
        .isEqualTo(
            JSON.readTree(
                """
                [{"role":"agent","content":"Hello?","words":[]},
                 {"role":"user","content":"Book me in.","words":[]},
                 {"role":"agent","content":"Done.","words":[]}]
                """));
    assertThat(call.path("transcript_with_tool_calls"))
        .isEqualTo(
            JSON.readTree(
                """
                [{"role":"agent","content":"Hello?","words":[]},
                 {"role":"user","content":"Book me in.","words":[]},
                 {"role":"tool_call_invocation","tool_call_id":"t1","name":"book",
                  "arguments":"{\\"day\\":\\"Monday\\"}"},
                 {"role":"tool_call_result","tool_call_id":"t1","name":"book",
                  "content":"{\\"ok\\":true}"},
                 {"role":"agent","content":"Done.","words":[]}]
                """));
  }

  @ParameterizedTest
  @CsvSource({
    "user_hangup,user_hangup",
    "agent_hangup,agent_hangup",
    "dial_busy,dial_busy",
    "dial_no_answer,dial_no_answer",
    "stale_timeout,timeout",
    "timeout,timeout",
    "completed,user_hangup",
    "ended,user_hangup",
    "in_progress,user_hangup",
    "transferred,transferred",
    "agent_lost,agent_lost"
  })
  void saysWhyItEnded(String outcome, String reason) {
    JsonNode call =
        body(CALL_ENDED, call(CallChannel.WEB, new PhoneNumbers("a", "b"), outcome, true), null)
            .path("call");

    assertThat(call.path("disconnection_reason").asString()).isEqualTo(reason);
  }

  @ParameterizedTest
  @CsvSource({"PHONE_INBOUND,inbound", "PHONE_OUTBOUND,outbound"})
  void aPhoneCallSaysWhoCalledWhom(CallChannel channel, String direction) {
    JsonNode call =
        body(CALL_STARTED, call(channel, new PhoneNumbers("+1", "+2"), "in_progress", true), null)
            .path("call");

    assertThat(call.path("call_type").asString()).isEqualTo("phone_call");
    assertThat(call.path("direction").asString()).isEqualTo(direction);
    assertThat(call.path("from_number").asString()).isEqualTo("+1");
    assertThat(call.path("to_number").asString()).isEqualTo("+2");
  }

  @Test
  @DisplayName("weakness 25: the recording's address comes from the configuration, with no token")
  void theRecordingIsAtAnAbsoluteAddress() {
    assertThat(recordingUrl(BASE, true))
        .isEqualTo("https://api.example.com/api/calls/call_abc/recording");
    assertThat(recordingUrl(BASE + "/", true))
        .isEqualTo("https://api.example.com/api/calls/call_abc/recording");
    assertThat(recordingUrl(BASE, false)).isNull();
  }

  @Test
  void theAnalysisTellsWhatWasFound() {
    JsonNode call = body(CALL_ANALYZED, web(), FOUND).path("call");

    assertThat(call.path("agent_version").asInt()).isEqualTo(1);
    assertThat(call.path("call_analysis"))
        .isEqualTo(
            JSON.readTree(
                """
                {"call_summary":"They talked.","in_voicemail":true,"user_sentiment":"positive",
                 "call_successful":true,"custom_analysis_data":{}}
                """));
  }

  @Test
  void anExtractionNamedCallSummaryIsTheSummaryAndItsStatusSaysWhetherItSucceeded() {
    CallFindings found =
        new CallFindings(
            "They talked.",
            false,
            null,
            true,
            "failed",
            List.of(
                new Extracted("call_summary", "x".repeat(2500)),
                new Extracted("guests", 4),
                new Extracted("vip", null)));

    JsonNode analysis = body(CALL_ANALYZED, web(), found).path("call").path("call_analysis");

    assertThat(analysis.path("call_summary").asString()).isEqualTo("x".repeat(2000));
    assertThat(analysis.path("call_successful").asBoolean()).isFalse();
    assertThat(analysis.path("user_sentiment").isNull()).isTrue();
    assertThat(analysis.path("custom_analysis_data").path("guests").asInt()).isEqualTo(4);
    assertThat(analysis.path("custom_analysis_data").path("vip").isNull()).isTrue();
  }

  @Test
  void anAnalysisThatFoundNothingIsWholeAllTheSame() {
    assertThat(body(CALL_ANALYZED, web(), null).path("call").path("call_analysis"))
        .isEqualTo(
            JSON.readTree(
                """
                {"call_summary":"","in_voicemail":false,"user_sentiment":null,
                 "call_successful":false,"custom_analysis_data":{}}
                """));
  }

  private static @Nullable String recordingUrl(String base, boolean recorded) {
    CallSnapshot call = call(CallChannel.WEB, new PhoneNumbers("a", "b"), "user_hangup", recorded);
    JsonNode url =
        JSON.<JsonNode>valueToTree(CallBody.of(CALL_ANALYZED, call, FOUND, base))
            .path("call")
            .path("recording_url");
    return url.isNull() ? null : url.asString();
  }

  private static JsonNode body(
      CustomerEventType type, CallSnapshot call, @Nullable CallFindings findings) {
    return JSON.readTree(JSON.writeValueAsString(CallBody.of(type, call, findings, BASE)));
  }

  private static CallSnapshot web() {
    return call(CallChannel.WEB, new PhoneNumbers("webtest", "webtest"), "user_hangup", true);
  }

  private static CallSnapshot call(
      CallChannel channel, PhoneNumbers numbers, String outcome, boolean recorded) {
    return new CallSnapshot(
        new CallId("call_abc"),
        new WorkspaceId("workspace1"),
        new AgentId("agent00001"),
        "Front desk",
        channel,
        numbers,
        STARTED,
        ENDED,
        Duration.ofMillis(31_500),
        outcome,
        List.copyOf(
            JSON.readTree(
                    """
                    [{"speaker":"Agent","role":"agent","text":"Hello?"},
                     {"speaker":"User","role":"user","text":"Book me in."},
                     {"kind":"tool_invocation","toolCallId":"t1","toolName":"book",
                      "input":{"day":"Monday"}},
                     {"kind":"tool_result","toolCallId":"t1","toolName":"book",
                      "result":{"ok":true}},
                     {"speaker":"Agent","role":"agent","text":"Done."}]
                    """)
                .values()),
        recorded);
  }
}
