package dev.rapidcall.calls.lifecycle;

import static dev.rapidcall.calls.lifecycle.Story.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rapidcall.calls.CallService;
import dev.rapidcall.calls.naming.RandomNames;
import dev.rapidcall.calls.testing.SettableClock;
import dev.rapidcall.events.AgentId;
import dev.rapidcall.events.CallChannel;
import dev.rapidcall.events.CallId;
import dev.rapidcall.events.CallLifecycleEvent.EndRequester;
import dev.rapidcall.events.CallMetricsEvent;
import dev.rapidcall.events.CallMetricsEvent.CallMetricsReported;
import dev.rapidcall.events.CallMetricsEvent.Usage;
import dev.rapidcall.events.EventId;
import dev.rapidcall.events.RoomName;
import dev.rapidcall.events.WorkspaceId;
import dev.rapidcall.messaging.Envelope;
import dev.rapidcall.messaging.IngestPublisher;
import dev.rapidcall.testing.RapidCallIT;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@RapidCallIT(
    classes = CallService.class,
    properties = {
      "spring.config.name=call-service",
      "LIVEKIT_URL=http://localhost:1",
      "LIVEKIT_API_KEY=devkey",
      "LIVEKIT_API_SECRET=a-secret-of-at-least-thirty-two-characters",
      "CALL_WORK_EVERY=1h"
    })
@Import({LifecycleFixture.class, ClockFixture.class})
class CallMetersIT {
  @Autowired OpenCall openCall;
  @Autowired OpenCalls openCalls;
  @Autowired RecordFact recordFact;
  @Autowired DueCalls dueCalls;
  @Autowired LookAtCalls lookAtCalls;
  @Autowired RoomsInMemory rooms;
  @Autowired SettableClock clock;
  @Autowired RandomNames names;
  @Autowired IngestPublisher outside;
  @Autowired PrometheusMeterRegistry meters;

  @BeforeEach
  void begin() {
    clock.set(Story.OPENED);
    rooms.unreachable = false;
  }

  @Test
  @DisplayName("weakness 11: a call is counted once when it starts and once when it ends")
  void countsACallOnceHoweverOftenItsEndIsTold() {
    double started = count("rapidcall.calls.started", "source", "web");
    double ended = count("rapidcall.calls.ended", "source", "web", "outcome", "user_hangup");
    double talked = talked("web", "user_hangup");
    Story story =
        Story.web(room())
            .callerJoins(1)
            .ends(EndRequester.USER, 31, Outcome.USER_HANGUP)
            .ends(EndRequester.USER, 31.5, Outcome.USER_HANGUP)
            .callerLeaves(31, "CLIENT_INITIATED")
            .roomFinishes(51);
    open(story, CallChannel.WEB);
    story.facts().forEach(recordFact::record);
    story.facts().forEach(recordFact::record);

    assertThat(count("rapidcall.calls.started", "source", "web")).isEqualTo(started + 1);
    assertThat(count("rapidcall.calls.ended", "source", "web", "outcome", "user_hangup"))
        .isEqualTo(ended + 1);
    assertThat(talked("web", "user_hangup")).isEqualTo(talked + 30);
  }

  @Test
  @DisplayName("weakness 11: calls in progress come from the rows, repaired ends included")
  void countsTheOpenCallsByTheirRows() {
    double before = inProgress();
    Story ended = Story.web(room()).callerJoins(1).ends(EndRequester.USER, 9, Outcome.USER_HANGUP);
    Story repaired = Story.web(room());
    open(ended, CallChannel.WEB);
    open(repaired, CallChannel.WEB);
    assertThat(inProgress()).isEqualTo(before + 2);

    ended.facts().forEach(recordFact::record);
    ended.ends(EndRequester.USER, 9.5, Outcome.USER_HANGUP);
    ended.facts().forEach(recordFact::record);
    assertThat(inProgress()).isEqualTo(before + 1);

    rooms.open.remove(repaired.room());
    clock.set(at(60));
    lookAtCalls.look(dueCalls.toLookAt(100));
    assertThat(inProgress()).isLessThanOrEqualTo(before);
  }

  @Test
  void countsPhonesAsTelephonyAndWordsOfClientsAsOther() {
    double started = count("rapidcall.calls.started", "source", "telephony");
    double ended = count("rapidcall.calls.ended", "source", "telephony", "outcome", "other");
    Story story =
        Story.web(room()).phoneJoins(1, "active").ends(EndRequester.USER, 5, "because I said so");
    open(story, CallChannel.PHONE_OUTBOUND);
    story.facts().forEach(recordFact::record);

    assertThat(count("rapidcall.calls.started", "source", "telephony")).isEqualTo(started + 1);
    assertThat(count("rapidcall.calls.ended", "source", "telephony", "outcome", "other"))
        .isEqualTo(ended + 1);
  }

  @Test
  void countsReportsOfMetricsOnceAlsoOfCallsThatNobodyKnows() {
    double withUsage = count("rapidcall.call.metrics.posted", "hasUsage", "true");
    double withoutUsage = count("rapidcall.call.metrics.posted", "hasUsage", "false");
    Envelope<CallMetricsEvent> bare = report(null);

    outside.publish(report(new Usage(7L, null, null, null, null, null, null, null, null)));
    outside.publish(bare, bare);

    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> count("rapidcall.call.metrics.posted", "hasUsage", "true") == withUsage + 1);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> count("rapidcall.call.metrics.posted", "hasUsage", "false") == withoutUsage + 1);
  }

  @Test
  void hasTheNamesAndBucketsOfTheContract() {
    Story story = Story.web(room()).callerJoins(1).ends(EndRequester.USER, 9, Outcome.USER_HANGUP);
    open(story, CallChannel.WEB);
    story.facts().forEach(recordFact::record);

    assertThat(meters.scrape().lines())
        .anyMatch(line -> line.startsWith("rapidcall_calls_started_total{"))
        .anyMatch(line -> line.startsWith("rapidcall_calls_ended_total{"))
        .anyMatch(line -> line.startsWith("rapidcall_calls_in_progress{"))
        .anyMatch(line -> line.startsWith("rapidcall_call_metrics_posted_total{hasUsage="))
        .contains("# TYPE rapidcall_call_duration_seconds histogram")
        .anyMatch(line -> line.startsWith("rapidcall_outbox_depth{"))
        .anyMatch(line -> line.startsWith("rapidcall_consumer_lag{"))
        .anyMatch(line -> line.startsWith("rapidcall_dead_letters_total{"));
    assertThat(
            meters
                .scrape()
                .lines()
                .filter(line -> line.startsWith("rapidcall_call_duration_seconds_bucket{"))
                .filter(line -> line.contains("outcome=\"user_hangup\""))
                .filter(line -> line.contains("source=\"web\""))
                .map(line -> line.replaceAll(".*le=\"([^\"]+)\".*", "$1")))
        .containsExactly(
            "1.0", "5.0", "10.0", "20.0", "30.0", "60.0", "120.0", "300.0", "600.0", "1200.0",
            "3600.0", "+Inf");
  }

  private Envelope<CallMetricsEvent> report(@Nullable Usage usage) {
    String unique = names.next(10);
    return new Envelope<>(
        new EventId("metrics-" + unique),
        "voice-agent",
        Story.OPENED,
        Story.OPENED,
        null,
        null,
        new CallMetricsReported(new CallId("call_" + unique), usage, null, null, null, null));
  }

  private double inProgress() {
    openCalls.count();
    return meters.get("rapidcall.calls.in.progress").gauge().value();
  }

  private double count(String name, String... tags) {
    return meters.find(name).tags(tags).counters().stream()
        .mapToDouble(counter -> counter.count())
        .sum();
  }

  private double talked(String source, String outcome) {
    return meters
        .find("rapidcall.call.duration")
        .tags("source", source, "outcome", outcome)
        .timers()
        .stream()
        .mapToDouble(timer -> timer.totalTime(TimeUnit.SECONDS))
        .sum();
  }

  private void open(Story story, CallChannel channel) {
    NewCall call =
        new NewCall(
            new WorkspaceId("workspace1"),
            new AgentId("agent00001"),
            "Front desk",
            StartCall.WEB_TEST,
            story.room(),
            channel,
            Story.OPENED,
            0);
    openCall.begin(call);
    rooms.open.put(story.room(), new ArrayList<>());
    openCall.complete(call);
  }

  private RoomName room() {
    return new RoomName("call-agent00001-" + names.next(6));
  }
}
