package dev.rapidcall.calls.contacts;

import dev.rapidcall.calls.naming.RandomNames;
import dev.rapidcall.events.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The contacts of workspaces. */
@Repository
class Contacts {
  private static final int ID_LENGTH = 10;
  private static final String INSERT =
      """
      insert into contacts as kept (id, workspace_id, phone_e164, name, email, company, tags, notes,
        source, metadata, created_at, updated_at)
      values (:id, :workspace, :phone, coalesce(:name, ''), coalesce(:email, ''),
        coalesce(:company, ''), coalesce(:tags::text[], '{}'), coalesce(:notes, ''), :source,
        coalesce(:metadata::jsonb, '{}'), :now, :now)
      on conflict (workspace_id, phone_digits)
      """;

  private final JdbcClient jdbc;
  private final RandomNames names;
  private final Clock clock;
  private final JsonMapper json;

  Contacts(JdbcClient jdbc, RandomNames names, Clock clock, JsonMapper json) {
    this.jdbc = jdbc;
    this.names = names;
    this.clock = clock;
    this.json = json;
  }

  /** Those that match, the ones last spoken to first. */
  List<Contact> find(WorkspaceId workspace, ContactSearch search) {
    return jdbc.sql(
            """
            select * from contacts
            where workspace_id = :workspace
              and (:text::text is null or strpos(lower(concat_ws(E'\\n', name, phone_e164, email)),
                                                 lower(:text)) > 0)
              and (:tag::text is null or :tag = any (tags))
              and (:source::text is null or source = :source)
            order by last_call_at desc nulls last, created_at desc, id
            limit :limit offset :offset
            """)
        .param("workspace", workspace.value())
        .param("text", search.text())
        .param("tag", search.tag())
        .param("source", search.source())
        .param("limit", search.limit())
        .param("offset", search.offset())
        .query(this::contact)
        .list();
  }

  Optional<Contact> find(WorkspaceId workspace, String id) {
    return jdbc.sql("select * from contacts where id = :id and workspace_id = :workspace")
        .param("id", id)
        .param("workspace", workspace.value())
        .query(this::contact)
        .optional();
  }

  /** A new one, or the one with this number, changed where something was given. */
  Contact put(WorkspaceId workspace, String phone, ContactInput input, String source) {
    return insert(
            """
            do update set name = coalesce(:name, kept.name), email = coalesce(:email, kept.email),
              company = coalesce(:company, kept.company),
              tags = coalesce(:tags::text[], kept.tags), notes = coalesce(:notes, kept.notes),
              source = :source, metadata = coalesce(:metadata::jsonb, kept.metadata),
              updated_at = :now
            returning *
            """,
            workspace,
            phone,
            input,
            source)
        .query(this::contact)
        .single();
  }

  /** A new one; empty if there is one with this number, which then stays as it is. */
  Optional<Contact> add(WorkspaceId workspace, String phone, ContactInput input, String source) {
    return insert("do nothing returning *", workspace, phone, input, source)
        .query(this::contact)
        .optional();
  }

  /** Makes a contact of the number if there is none, and has others wait to count its calls. */
  void hold(WorkspaceId workspace, String phone, String source) {
    if (add(workspace, phone, ContactInput.NOTHING, source).isEmpty()) {
      jdbc.sql(
              """
              select id from contacts
              where workspace_id = :workspace and phone_digits = ltrim(:phone, '+') for update
              """)
          .param("workspace", workspace.value())
          .param("phone", phone)
          .query(String.class)
          .optional();
    }
  }

  /** Sets what is counted of the calls with a number; true if its contact is new. */
  boolean count(WorkspaceId workspace, CalledNumber called) {
    boolean isNew =
        add(workspace, called.phone(), ContactInput.NOTHING, called.source()).isPresent();
    jdbc.sql(
            """
            update contacts set total_calls = :total, last_call_at = :lastAt,
              last_call_outcome = :lastOutcome, updated_at = :now
            where workspace_id = :workspace and phone_digits = ltrim(:phone, '+')
            """)
        .param("total", called.calls())
        .param("lastAt", Timestamp.from(called.lastAt()))
        .param("lastOutcome", called.lastOutcome())
        .param("now", Timestamp.from(clock.instant()))
        .param("workspace", workspace.value())
        .param("phone", called.phone())
        .update();
    return isNew;
  }

  Optional<Contact> change(WorkspaceId workspace, String id, ContactInput input) {
    return with(
            jdbc.sql(
                """
                update contacts set name = coalesce(:name, name), email = coalesce(:email, email),
                  company = coalesce(:company, company), tags = coalesce(:tags::text[], tags),
                  notes = coalesce(:notes, notes),
                  metadata = coalesce(:metadata::jsonb, metadata), updated_at = :now
                where id = :id and workspace_id = :workspace
                returning *
                """),
            input)
        .param("id", id)
        .param("workspace", workspace.value())
        .query(this::contact)
        .optional();
  }

  boolean remove(WorkspaceId workspace, String id) {
    return jdbc.sql("delete from contacts where id = :id and workspace_id = :workspace")
            .param("id", id)
            .param("workspace", workspace.value())
            .update()
        == 1;
  }

  private JdbcClient.StatementSpec insert(
      String onConflict, WorkspaceId workspace, String phone, ContactInput input, String source) {
    return with(jdbc.sql(INSERT + onConflict), input)
        .param("id", names.next(ID_LENGTH))
        .param("workspace", workspace.value())
        .param("phone", phone)
        .param("source", source);
  }

  private JdbcClient.StatementSpec with(JdbcClient.StatementSpec statement, ContactInput input) {
    List<String> tags = input.tags();
    return statement
        .param("name", input.name())
        .param("email", input.email())
        .param("company", input.company())
        .param("tags", tags == null ? null : tags.toArray(String[]::new))
        .param("notes", input.notes())
        .param(
            "metadata", input.metadata() == null ? null : json.writeValueAsString(input.metadata()))
        .param("now", Timestamp.from(clock.instant()));
  }

  private Contact contact(ResultSet row, int number) throws SQLException {
    return new Contact(
        row.getString("id"),
        row.getString("workspace_id"),
        row.getString("phone_e164"),
        row.getString("name"),
        row.getString("email"),
        row.getString("company"),
        List.of((String[]) row.getArray("tags").getArray()),
        row.getString("notes"),
        row.getString("source"),
        row.getInt("total_calls"),
        millis(row.getTimestamp("last_call_at")),
        row.getString("last_call_outcome"),
        json.readTree(row.getString("metadata")),
        row.getTimestamp("created_at").getTime(),
        row.getTimestamp("updated_at").getTime());
  }

  private static @Nullable Long millis(@Nullable Timestamp timestamp) {
    return timestamp == null ? null : timestamp.getTime();
  }
}
