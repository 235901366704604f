package dev.rapidcall.calls.contacts;

import dev.rapidcall.events.CallChannel;
import dev.rapidcall.events.CallId;
import dev.rapidcall.events.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The calls with a number. */
@Repository
class ContactCalls {
  private static final int AT_MOST = 20;

  /** Only those that are over: a call that goes on is counted when it ends. */
  private static final String NUMBERS =
      """
      select '+' || ltrim(counterpart, '+') as phone, count(*) as calls,
        max(started_at) as last_at,
        (array_agg(outcome order by started_at desc, id desc))[1] as last_outcome,
        (array_agg(channel order by started_at))[1] as first_channel
      from calls
      where workspace_id = :workspace and started_at is not null and ended_at is not null
        and channel <> 'WEB' and counterpart ~ '^[+]?[1-9][0-9]{6,14}$'
      """;

  private final JdbcClient jdbc;

  ContactCalls(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The latest, the newest first. */
  List<ContactCall> with(Contact contact) {
    return jdbc.sql(
            """
            select *, round(coalesce(talk_millis, 0) / 1000.0) as seconds,
              recording ->> 'url' as recording_url
            from calls
            where workspace_id = :workspace and started_at is not null
              and ltrim(counterpart, '+') = ltrim(:phone, '+')
            order by started_at desc, id limit :most
            """)
        .param("workspace", contact.workspaceId())
        .param("phone", contact.phoneE164())
        .param("most", AT_MOST)
        .query((row, number) -> call(row))
        .list();
  }

  /** The numbers of all past calls of a workspace. */
  List<CalledNumber> numbers(WorkspaceId workspace) {
    return jdbc.sql(NUMBERS + "group by 1")
        .param("workspace", workspace.value())
        .query((row, number) -> called(row))
        .list();
  }

  /** What the past calls with one number come to. */
  Optional<CalledNumber> with(WorkspaceId workspace, String phone) {
    return jdbc.sql(NUMBERS + "and ltrim(counterpart, '+') = ltrim(:phone, '+') group by 1")
        .param("workspace", workspace.value())
        .param("phone", phone)
        .query((row, number) -> called(row))
        .optional();
  }

  /** The number of the other party of a call, if it was a phone that shows one. */
  Optional<String> number(CallId call) {
    return jdbc.sql("select counterpart from calls where id = :call")
        .param("call", call.value())
        .query(String.class)
        .optional()
        .filter(ContactInput::isPhone)
        .map(phone -> phone.startsWith("+") ? phone : "+" + phone);
  }

  private static CalledNumber called(ResultSet row) throws SQLException {
    return new CalledNumber(
        row.getString("phone"),
        row.getInt("calls"),
        row.getTimestamp("last_at").toInstant(),
        row.getString("last_outcome"),
        CallChannel.valueOf(row.getString("first_channel")));
  }

  private static ContactCall call(ResultSet row) throws SQLException {
    Timestamp endedAt = row.getTimestamp("ended_at");
    return new ContactCall(
        row.getString("id"),
        row.getString("workspace_id"),
        row.getString("agent_id"),
        row.getString("agent_name"),
        row.getString("counterpart"),
        row.getString("room_name"),
        row.getTimestamp("started_at").getTime(),
        endedAt == null ? null : endedAt.getTime(),
        row.getLong("seconds"),
        row.getString("outcome"),
        null,
        row.getString("recording_url"),
        row.getTimestamp("created_at").getTime(),
        row.getTimestamp("updated_at").getTime());
  }
}
