package dev.rapidcall.calls.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.calls.CallService;
import dev.rapidcall.calls.lifecycle.Stage;
import dev.rapidcall.calls.lifecycle.StageFixture;
import dev.rapidcall.calls.testing.ProviderDouble.Reply;
import dev.rapidcall.calls.testing.ProviderDouble.Request;
import dev.rapidcall.calls.timeline.Timeline;
import dev.rapidcall.calls.timeline.TimelineEntry;
import dev.rapidcall.calls.transcripts.Transcripts;
import dev.rapidcall.calls.transfer.PhonesInMemory;
import dev.rapidcall.events.CallId;
import dev.rapidcall.events.CallLifecycleEvent.EndRequester;
import dev.rapidcall.events.CallLifecycleEvent.TranscriptReported;
import dev.rapidcall.testing.RapidCallIT;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What follows calls, with AI providers that answer as they are told. */
@RapidCallIT(
    classes = CallService.class,
    properties = {
      "spring.config.name=call-service",
      "LIVEKIT_URL=http://localhost:1",
      "LIVEKIT_API_KEY=devkey",
      "LIVEKIT_API_SECRET=a-secret-of-at-least-thirty-two-characters",
      "OPENAI_API_KEY=sk-test",
      "ELEVENLABS_API_KEY=xi-test",
      "CARTESIA_API_KEY=car-test",
      "CALL_WORK_EVERY=1h"
    })
@Import({StageFixture.class, ProviderFixture.class})
public abstract class AfterCallsIT {
  protected static final String OURS = "workspace1";
  protected static final String PRESET =
      """
      {"call_summary":"A table was booked.","in_voicemail":false,"user_sentiment":"positive",
       "call_successful":true}
      """;
  protected static final String VALUES = "{\"values\":{\"guests\":2,\"when\":\"tonight\"}}";
  protected static final String VERDICT = "{\"score\":87.4,\"summary\":\"Well done.\"}";

  @LocalServerPort int port;
  @Autowired Environment environment;
  @Autowired Transcripts transcripts;
  @Autowired Timeline timeline;
  @Autowired Clock clock;
  @Autowired protected JdbcClient jdbc;
  @Autowired protected Stage stage;
  @Autowired protected ProviderDouble provider;
  @Autowired protected PhonesInMemory phones;

  protected Api us;
  protected Api them;
  protected Api agent;

  @BeforeEach
  void beginAfterCalls() {
    Api nobody = Api.anonymous(port, environment);
    us = nobody.as(OURS);
    them = nobody.as("workspace2");
    agent = nobody.asAgent();
    stage.begin();
    jdbc.sql("update call_tasks set done_at = planned_at where done_at is null").update();
    phones.reset();
    provider.answers(AfterCallsIT::plausibly);
  }

  /** A model that answers each of our questions. */
  protected static Reply plausibly(Request request) {
    String asked = request.instructions();
    if (asked.contains("call_summary")) {
      return Reply.said(PRESET);
    }
    return Reply.said(asked.contains("\"values\"") ? VALUES : VERDICT);
  }

  /** An agent of ours with these settings. */
  protected String agentWith(String settings) {
    String id =
        us.post("/api/agents", "{\"name\":\"Front desk\",\"promptDraft\":\"Be kind.\"}")
            .body()
            .path("agent")
            .path("id")
            .asString();
    assertThat(us.put("/api/agents/" + id, settings).status()).isEqualTo(200);
    return id;
  }

  /** The voice agent reports what was said so far. */
  protected void said(CallId call, String... texts) {
    List<Map<String, @Nullable Object>> items =
        Arrays.stream(texts)
            .map(
                text ->
                    Map.<String, @Nullable Object>of(
                        "speaker", "User", "role", "user", "text", text))
            .toList();
    transcripts.replace(new TranscriptReported(call, EndRequester.AGENT, items), clock.instant());
  }

  protected JsonNode call(CallId id) {
    return us.get("/api/calls/" + id).body().path("call");
  }

  protected List<TimelineEntry> entries(CallId call, String type) {
    return timeline.entries(call).stream().filter(entry -> entry.type().equals(type)).toList();
  }
}
