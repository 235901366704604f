package dev.rapidcall.recordings.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.events.CallId;
import dev.rapidcall.events.RoomName;
import dev.rapidcall.events.WorkspaceId;
import dev.rapidcall.recordings.RecordingService;
import dev.rapidcall.recordings.ledger.RecordingFact.CallOver;
import dev.rapidcall.recordings.ledger.RecordingFact.Wanted;
import dev.rapidcall.testing.RapidCallIT;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Any number of workers, of which any may die, share the work. The service's own ones rest. */
@RapidCallIT(
    classes = RecordingService.class,
    properties = {"spring.config.name=recording-service", "rapidcall.messaging.consumers=false"})
class WorkQueueIT {
  private static final Instant NOW = Instant.parse("2026-11-23T00:05:15Z");
  private static final Set<Step> STARTS = Set.of(Step.START);
  @Autowired private WorkQueue queue;
  @Autowired private RecordFact recordFact;
  @Autowired private RecordingFacts facts;
  @Autowired private WorkSignal signal;
  @Autowired private JdbcClient jdbc;

  @Autowired
  @Qualifier("lanes")
  private SmartLifecycle lanes;

  @BeforeEach
  void rest() {
    lanes.stop();
    jdbc.sql("truncate recordings, recording_facts").update();
  }

  @AfterEach
  void workOn() {
    jdbc.sql("truncate recordings, recording_facts").update();
    lanes.start();
  }

  @Test
  void whatOneWorkerHoldsNobodyElseGets() {
    CallId call = newCall();

    assertThat(queue.claim(STARTS, 10)).extracting(Task::call).containsExactly(call);
    assertThat(queue.claim(STARTS, 10)).isEmpty();
  }

  @Test
  void manyWorkersShareTheWork() throws Exception {
    for (int i = 0; i < 20; i++) {
      newCall();
    }
    List<Future<List<Task>>> claims = new ArrayList<>();
    try (ExecutorService workers = Executors.newFixedThreadPool(4)) {
      for (int i = 0; i < 8; i++) {
        claims.add(workers.submit(() -> queue.claim(STARTS, 5)));
      }
    }
    List<CallId> claimed = new ArrayList<>();
    for (Future<List<Task>> claim : claims) {
      claim.get().forEach(task -> claimed.add(task.call()));
    }
    queue.claim(STARTS, 20).forEach(task -> claimed.add(task.call()));

    assertThat(claimed).hasSize(20).doesNotHaveDuplicates();
  }

  @Test
  void theWorkOfAWorkerThatDiedIsTakenOver() {
    WorkQueue dying = queueWithLease(Duration.ZERO);
    CallId call = newCall();
    Task lost = dying.claim(STARTS, 1).getFirst();

    Task taken = queue.claim(STARTS, 1).getFirst();

    assertThat(taken.call()).isEqualTo(call);
    dying.release(lost, "late");
    assertThat(queue.claim(STARTS, 1)).as("the late worker gave nothing back").isEmpty();
  }

  @Test
  void aTaskThatFailedWaitsAndRemembersWhy() {
    CallId call = newCall();
    queue.release(queue.claim(STARTS, 1).getFirst(), "nobody there");

    assertThat(queue.claim(STARTS, 1)).isEmpty();
    assertThat(column("attempts", call)).isEqualTo("1");
    assertThat(column("problem", call)).isEqualTo("nobody there");
  }

  @Test
  void aStepThatChangedMeanwhileIsDueAtOnce() {
    CallId call = newCall();
    Task task = queue.claim(STARTS, 1).getFirst();
    recordFact.record(call, List.of(new CallOver(NOW)));

    queue.release(task, "nobody there");

    assertThat(queue.claim(Set.of(Step.FIND), 1))
        .singleElement()
        .satisfies(next -> assertThat(next.lastProblem()).isEqualTo("nobody there"));
  }

  private CallId newCall() {
    RoomName room = new RoomName("call-" + UUID.randomUUID());
    CallId call = CallId.of(room);
    recordFact.record(
        call, List.of(new Wanted(NOW, new WorkspaceId("ws_1"), room, Recordings.keyOf(call))));
    return call;
  }

  private WorkQueue queueWithLease(Duration lease) {
    RecordingSettings usual = Settings.usual();
    RecordingSettings settings =
        new RecordingSettings(
            usual.pollEvery(),
            lease,
            usual.workers(),
            usual.reconcileEvery(),
            usual.startingAtMost(),
            usual.afterCallAtMost(),
            usual.endingAtMost(),
            usual.verifyFor(),
            usual.lookAgainEvery());
    return new WorkQueue(jdbc, facts, settings, signal);
  }

  private String column(String name, CallId call) {
    return jdbc.sql("select " + name + " from recordings where call_id = :call")
        .param("call", call.value())
        .query(String.class)
        .single();
  }
}
