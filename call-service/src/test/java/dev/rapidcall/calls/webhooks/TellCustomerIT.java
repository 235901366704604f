package dev.rapidcall.calls.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rapidcall.calls.lifecycle.RecordFact;
import dev.rapidcall.calls.testing.Api;
import dev.rapidcall.calls.testing.Api.Answer;
import dev.rapidcall.calls.timeline.Fact;
import dev.rapidcall.calls.transcripts.Transcripts;
import dev.rapidcall.calls.webhooks.events.CustomerEvent;
import dev.rapidcall.calls.webhooks.events.CustomerEvents;
import dev.rapidcall.calls.webhooks.testing.AtOnce;
import dev.rapidcall.calls.webhooks.testing.KnownCallRows;
import dev.rapidcall.calls.webhooks.testing.KnownCallRows.Known;
import dev.rapidcall.calls.webhooks.testing.WebhooksIT;
import dev.rapidcall.calls.webhooks.testing.WillingRooms;
import dev.rapidcall.events.CallChannel;
import dev.rapidcall.events.CallEvent.CallAnalyzed;
import dev.rapidcall.events.CallId;
import dev.rapidcall.events.CallLifecycleEvent.CallEndRequested;
import dev.rapidcall.events.CallLifecycleEvent.EndRequester;
import dev.rapidcall.events.CallLifecycleEvent.TranscriptReported;
import dev.rapidcall.events.EventId;
import dev.rapidcall.events.WorkspaceId;
import dev.rapidcall.service.identity.InternalTokens;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@WebhooksIT
class TellCustomerIT {
  @LocalServerPort int port;
  @Autowired InternalTokens tokens;
  @Autowired TellCustomer tellCustomer;
  @Autowired CustomerEvents events;
  @Autowired KnownCallRows calls;
  @Autowired WillingRooms rooms;
  @Autowired RecordFact recordFact;
  @Autowired Transcripts transcripts;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcClient jdbc;

  private final WorkspaceId workspace = new WorkspaceId("w-" + UUID.randomUUID());
  private Api api;

  @BeforeEach
  void begin() {
    api = Api.anonymous(port, tokens).as(workspace.value());
    rooms.unreachable = false;
  }

  @Test
  void eachThingIsToldOnceAndInOrderHoweverOftenAndEarlyItIsHeard() {
    Known call = calls.ended(workspace.value(), null, CallChannel.WEB);

    tellCustomer.analyzed(call.analyzed());
    tellCustomer.started(call.started());
    tellCustomer.ended(call.ended());
    Known other = calls.ended(workspace.value(), null, CallChannel.WEB);
    tellCustomer.ended(other.ended());
    tellCustomer.started(other.started());
    tellCustomer.answered(other.answered());
    tellCustomer.analyzed(other.analyzed());
    tellCustomer.ended(other.ended());
    tellCustomer.analyzed(other.analyzed());

    assertThat(types(call.id())).containsOnlyOnce("call_ended", "call_analyzed");
    assertThat(types(call.id()).indexOf("call_ended"))
        .isLessThan(types(call.id()).indexOf("call_analyzed"));
    assertThat(types(other.id())).containsExactly("call_started", "call_ended", "call_analyzed");
  }

  @Test
  void aPhoneCallStartsWhenItIsAnsweredAndOneThatNeverIsOnlyEnds() {
    Known answered = calls.ended(workspace.value(), null, CallChannel.PHONE_INBOUND);
    tellCustomer.started(answered.started());
    assertThat(types(answered.id())).isEmpty();

    tellCustomer.answered(answered.answered());
    tellCustomer.ended(answered.ended());
    Known missed = calls.ended(workspace.value(), null, CallChannel.PHONE_OUTBOUND);
    tellCustomer.started(missed.started());
    tellCustomer.ended(missed.neverAnswered());

    assertThat(types(answered.id())).containsExactly("call_started", "call_ended");
    assertThat(types(missed.id())).containsExactly("call_ended");
  }

  @Test
  @DisplayName("weakness 6: twenty parallel deliveries of one call are one start and one end")
  void parallelDuplicatesAreOneEventEach() throws Exception {
    Known call = calls.ended(workspace.value(), null, CallChannel.WEB);
    List<Runnable> heard = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      heard.add(() -> tellCustomer.started(call.started()));
      heard.add(() -> tellCustomer.ended(call.ended()));
    }
    Collections.shuffle(heard, new Random(6));

    AtOnce.run(heard);

    assertThat(types(call.id())).containsExactly("call_started", "call_ended");
    assertThat(seqs()).isEqualTo(LongStream.rangeClosed(1, 2).boxed().toList());
  }

  @Test
  @DisplayName("weakness 5: three parallel ends give one call_ended")
  void parallelEndsAreOneEvent() throws Exception {
    CallId call = startedOverHttp();
    List<Runnable> ends =
        IntStream.range(0, 3)
            .<Runnable>mapToObj(i -> () -> recordFact.record(end(call, i)))
            .toList();

    AtOnce.run(ends);

    await().until(() -> types(call).contains("call_ended"));
    tellCustomer.analyzed(new CallAnalyzed(call, workspace, Instant.EPOCH, true));
    assertThat(types(call)).containsExactly("call_started", "call_ended", "call_analyzed");
  }

  @Test
  @DisplayName("weakness 23: a call whose room could not be opened is not told to anybody")
  void aStartThatFailsTellsNothing() {
    rooms.unreachable = true;
    assertThat(api.post("/api/agents/" + agent() + "/start", null).status()).isEqualTo(502);
    rooms.unreachable = false;

    CallId call = startedOverHttp();

    await().until(() -> !types(call).isEmpty());
    assertThat(events.after(workspace, 0, 100)).hasSize(1);
  }

  @Test
  void whatIsKnownLaterDoesNotChangeWhatWasTold() {
    Known call = calls.ended(workspace.value(), null, CallChannel.WEB);
    say(call.id(), "Hello", Instant.parse("2026-11-22T10:00:01Z"));
    tellCustomer.ended(call.ended());
    String told = body(call.id(), "call_ended");

    say(call.id(), "Hello and goodbye", Instant.parse("2026-11-22T10:00:40Z"));
    tellCustomer.ended(call.ended());
    tellCustomer.analyzed(call.analyzed());

    assertThat(told).contains("\"transcript\":\"User: Hello\"");
    assertThat(body(call.id(), "call_ended")).isEqualTo(told);
    assertThat(body(call.id(), "call_analyzed")).contains("User: Hello and goodbye");
  }

  @Test
  void whoReadsByCursorNeverSkipsAnEventThatIsCommittedLater() throws Exception {
    Known first = calls.ended(workspace.value(), null, CallChannel.WEB);
    Known second = calls.ended(workspace.value(), null, CallChannel.WEB);
    CountDownLatch added = new CountDownLatch(1);
    CountDownLatch mayCommit = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> slow =
          threads.submit(
              () ->
                  transaction.executeWithoutResult(
                      status -> {
                        tellCustomer.started(first.started());
                        added.countDown();
                        waitFor(mayCommit);
                      }));
      added.await();
      Future<?> quick = threads.submit(() -> tellCustomer.started(second.started()));
      await().until(this::somebodyWaitsForTheCounter);
      assertThat(events.after(workspace, 0, 100)).isEmpty();
      mayCommit.countDown();
      slow.get();
      quick.get();
    }

    assertThat(events.after(workspace, 0, 100))
        .extracting(CustomerEvent::callId)
        .containsExactly(first.id(), second.id());
  }

  @Test
  void theNumbersHaveNoGapsHoweverManyWriteAtOnce() throws Exception {
    List<Known> many =
        IntStream.range(0, 40)
            .mapToObj(i -> calls.ended(workspace.value(), null, CallChannel.WEB))
            .toList();
    List<Long> read = Collections.synchronizedList(new ArrayList<>());
    Thread reader = Thread.ofVirtual().start(() -> readUntil(many.size(), read));

    AtOnce.run(
        many.stream().<Runnable>map(call -> () -> tellCustomer.started(call.started())).toList());
    reader.join();

    assertThat(read).isEqualTo(LongStream.rangeClosed(1, many.size()).boxed().toList());
  }

  private void readUntil(int count, List<Long> read) {
    long cursor = 0;
    while (read.size() < count) {
      for (CustomerEvent event : events.after(workspace, cursor, 7)) {
        read.add(event.seq());
        cursor = event.seq();
      }
    }
  }

  private boolean somebodyWaitsForTheCounter() {
    return jdbc.sql(
                """
            select count(*) from pg_stat_activity
            where wait_event_type = 'Lock' and query like '%customer_event_counters%'
            """)
            .query(Integer.class)
            .single()
        > 0;
  }

  private CallId startedOverHttp() {
    Answer started = api.post("/api/agents/" + agent() + "/start", null);
    assertThat(started.status()).isEqualTo(200);
    return new CallId(started.body().path("callId").asString());
  }

  private String agent() {
    return api.post("/api/agents", "{\"name\":\"A\",\"promptDraft\":\"p\"}")
        .body()
        .path("agent")
        .path("id")
        .asString();
  }

  private static Fact end(CallId call, int number) {
    Instant at = Instant.parse("2026-11-22T10:00:00Z").plusMillis(number);
    return new Fact(
        new EventId("end-" + call + number),
        "gateway",
        at,
        at,
        new CallEndRequested(call, EndRequester.USER, "user_hangup"));
  }

  private void say(CallId call, String text, Instant at) {
    transcripts.replace(
        new TranscriptReported(
            call,
            EndRequester.AGENT,
            List.of(Map.of("speaker", "User", "role", "user", "text", text))),
        at);
  }

  private List<String> types(CallId call) {
    return events.after(workspace, 0, 100).stream()
        .filter(event -> event.callId().equals(call))
        .map(CustomerEvent::type)
        .toList();
  }

  private List<Long> seqs() {
    return events.after(workspace, 0, 100).stream().map(CustomerEvent::seq).toList();
  }

  private String body(CallId call, String type) {
    return events.after(workspace, 0, 100).stream()
        .filter(event -> event.callId().equals(call) && event.type().equals(type))
        .map(CustomerEvent::body)
        .findFirst()
        .orElseThrow();
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
