package dev.rapidcall.recordings.ledger;

import dev.rapidcall.events.CallId;
import dev.rapidcall.recordings.objects.FileLocation;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The recordings as work: whoever claims one holds it by a lease, so any number of workers in any
 * number of processes share it. Time is the database's.
 */
@Component
public class WorkQueue {
  private final JdbcClient jdbc;
  private final RecordingFacts facts;
  private final RecordingSettings settings;
  private final Pace pace;
  private final WorkSignal signal;

  WorkQueue(JdbcClient jdbc, RecordingFacts facts, RecordingSettings settings, WorkSignal signal) {
    this.jdbc = jdbc;
    this.facts = facts;
    this.settings = settings;
    this.pace = new Pace(settings);
    this.signal = signal;
  }

  private record Claimed(
      String callId,
      String bucket,
      String objectKey,
      String step,
      int attempts,
      String problem,
      long quietMs) {}

  /** Takes what is due of these steps, the longest due first. */
  public List<Task> claim(Collection<Step> steps, int atMost) {
    UUID lease = UUID.randomUUID();
    return jdbc
        .sql(
            """
            update recordings
               set lease = :lease,
                   leased_until = clock_timestamp() + :life * interval '1 millisecond'
             where call_id in (
                   select call_id from recordings
                    where step in (:steps) and due_at <= clock_timestamp()
                      and (leased_until is null or leased_until < clock_timestamp())
                    order by due_at limit :atMost
                      for update skip locked)
            returning call_id, bucket, object_key, step, attempts, problem,
                      (extract(epoch from clock_timestamp() - changed_at) * 1000)::bigint quiet_ms
            """)
        .param("lease", lease)
        .param("life", settings.lease().toMillis())
        .param("steps", steps.stream().map(Step::name).toList())
        .param("atMost", atMost)
        .query(Claimed.class)
        .list()
        .stream()
        .map(claimed -> task(claimed, lease))
        .toList();
  }

  /**
   * Gives a task back. If its step is still the same it is tried again after a wait.
   *
   * @param problem what went wrong, empty if nothing did
   */
  public void release(Task task, String problem) {
    double chance = ThreadLocalRandom.current().nextDouble();
    jdbc.sql(
            """
            update recordings
               set lease = null, leased_until = null, problem = :problem,
                   attempts = case when step = :step then attempts + 1 else attempts end,
                   due_at = case when step = :step
                                 then clock_timestamp() + :wait * interval '1 millisecond'
                                 else due_at end
             where call_id = :call and lease = :lease
            """)
        .param("call", task.call().value())
        .param("lease", task.lease())
        .param("step", task.step().name())
        .param("wait", pace.wait(task.step(), task.attempts(), chance).toMillis())
        .param("problem", problem)
        .update();
    signal.wake();
  }

  private Task task(Claimed claimed, UUID lease) {
    CallId call = new CallId(claimed.callId());
    return new Task(
        call,
        new FileLocation(claimed.bucket(), claimed.objectKey()),
        Step.valueOf(claimed.step()),
        new Verdict(facts.stateOf(call)),
        claimed.attempts(),
        Duration.ofMillis(claimed.quietMs()),
        claimed.problem(),
        lease);
  }
}
