package dev.rapidcall.calls.work;

import dev.rapidcall.events.CallId;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.random.RandomGenerator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What is to be done after calls, each kind once per call. A task is claimed by moving the time it
 * is due, so one whose worker died becomes due again; a worker that was thought dead and comes back
 * when another has taken its task changes nothing of it any more.
 */
@Repository
public class CallTasks {
  private final JdbcClient jdbc;
  private final TaskSettings settings;
  private final Clock clock;
  private final RandomGenerator random = new SecureRandom();

  CallTasks(JdbcClient jdbc, TaskSettings settings, Clock clock) {
    this.jdbc = jdbc;
    this.settings = settings;
    this.clock = clock;
  }

  /** Plans a task, unless it was planned before, done or not. */
  public void plan(CallId call, String kind) {
    Instant now = clock.instant();
    jdbc.sql(
            """
            insert into call_tasks (call_id, kind, planned_at, due_at, give_up_at)
            values (:call, :kind, :now, :due, :giveUp)
            on conflict do nothing
            """)
        .param("call", call.value())
        .param("kind", kind)
        .param("now", Timestamp.from(now))
        .param("due", Timestamp.from(now.plus(settings.quiet())))
        .param("giveUp", Timestamp.from(now.plus(settings.giveUpAfter())))
        .update();
  }

  /** Takes at most so many due tasks of these kinds for this instance. */
  public List<CallTask> claim(Collection<String> kinds, int limit) {
    Instant now = clock.instant();
    return jdbc.sql(
            """
            with due as materialized (
              select call_id, kind from call_tasks
              where kind in (:kinds) and done_at is null and due_at <= :now
              order by due_at limit :limit for update skip locked)
            update call_tasks task set due_at = :until, attempts = attempts + 1
            from due where task.call_id = due.call_id and task.kind = due.kind
            returning task.*
            """)
        .param("kinds", kinds)
        .param("now", Timestamp.from(now))
        .param("until", Timestamp.from(now.plus(settings.lease())))
        .param("limit", limit)
        .query((row, number) -> task(row))
        .list();
  }

  /** It is too early, which is no failure. */
  public void waitUntil(CallTask task, Instant due) {
    update(task, due, -1);
  }

  /** Whether it was tried too often already, by workers that died over it. */
  public boolean isHopeless(CallTask task) {
    return task.attempt() > settings.attempts();
  }

  /** It failed: tries again after a while, or says that this was the last try. */
  public boolean tryAgain(CallTask task) {
    Instant now = clock.instant();
    if (Retries.isOver(task, settings, now)) {
      return false;
    }
    Duration pause = Retries.pause(settings.retryAfter(), task.attempt(), random);
    update(task, now.plus(pause), 0);
    return true;
  }

  /** Nothing is left to do. */
  public void done(CallTask task) {
    jdbc.sql(
            """
            update call_tasks set done_at = :now
            where call_id = :call and kind = :kind and done_at is null and attempts = :attempt
            """)
        .param("call", task.call().value())
        .param("kind", task.kind())
        .param("attempt", task.attempt())
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  private void update(CallTask task, Instant due, int attempts) {
    jdbc.sql(
            """
            update call_tasks set due_at = :due, attempts = attempts + :attempts
            where call_id = :call and kind = :kind and done_at is null and attempts = :attempt
            """)
        .param("call", task.call().value())
        .param("kind", task.kind())
        .param("attempt", task.attempt())
        .param("due", Timestamp.from(due))
        .param("attempts", attempts)
        .update();
  }

  private static CallTask task(ResultSet row) throws SQLException {
    return new CallTask(
        new CallId(row.getString("call_id")),
        row.getString("kind"),
        row.getInt("attempts"),
        row.getTimestamp("planned_at").toInstant(),
        row.getTimestamp("give_up_at").toInstant());
  }
}
