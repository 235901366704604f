package dev.rapidcall.calls.work;

import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tasks that were done long ago; until then they say that a kind was planned for its call. */
@Component
class DoneTasks implements OldRows {
  private final JdbcClient jdbc;
  private final RetentionSettings settings;
  private final Clock clock;

  DoneTasks(JdbcClient jdbc, RetentionSettings settings, Clock clock) {
    this.jdbc = jdbc;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "tasks that are done";
  }

  @Override
  public int deleteSome(int most) {
    return jdbc.sql(
            """
            with old as materialized (
              select call_id, kind from call_tasks where done_at < :before
              order by done_at limit :most for update skip locked)
            delete from call_tasks task using old
            where task.call_id = old.call_id and task.kind = old.kind
            """)
        .param("before", Timestamp.from(clock.instant().minus(settings.tasks())))
        .param("most", most)
        .update();
  }
}
