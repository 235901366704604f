package dev.rapidcall.calls.knowledge;

import dev.rapidcall.calls.naming.RandomNames;
import dev.rapidcall.events.WorkspaceId;
import dev.rapidcall.service.errors.ApiException.NotFound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The documents in folders, and their passages, which are searched. */
@Component
class Documents {
  private static final int ID_LENGTH = 10;
  private static final int BEGINNING = 400;

  /** A folder may hold any number of texts, and a list of it is made in memory. */
  private static final int WHOLE_TEXTS = 2 * KnowledgeRules.TEXT;

  private final JdbcClient jdbc;
  private final Folders folders;
  private final RandomNames names;
  private final Clock clock;

  Documents(JdbcClient jdbc, Folders folders, RandomNames names, Clock clock) {
    this.jdbc = jdbc;
    this.folders = folders;
    this.names = names;
    this.clock = clock;
  }

  /** A file that a text was taken from. */
  record Source(String filename, String mime, long sizeBytes) {}

  /** All in a folder, the newest first, with the beginnings of their texts. */
  List<Document> in(WorkspaceId workspace, String folder) {
    return in(workspace, folder, 0);
  }

  /** The same with whole texts, until they come to so many characters; then beginnings again. */
  List<Document> whole(WorkspaceId workspace, String folder) {
    return in(workspace, folder, WHOLE_TEXTS);
  }

  private List<Document> in(WorkspaceId workspace, String folder, int whole) {
    if (!folders.contains(workspace, folder)) {
      throw new NotFound("Folder not found");
    }
    return jdbc.sql(
            """
            select *, case when so_far <= :whole then content_text
                           else left(content_text, :beginning) end as shown
            from (
              select *, sum(content_length) over (order by created_at desc, id desc) as so_far
              from kb_docs where workspace_id = :workspace and folder_id = :folder) docs
            order by created_at desc, id desc
            """)
        .param("workspace", workspace.value())
        .param("folder", folder)
        .param("whole", whole)
        .param("beginning", BEGINNING)
        .query((row, number) -> document(row))
        .list();
  }

  /** One with all its text. */
  Document get(WorkspaceId workspace, String id) {
    return jdbc.sql(
            """
            select *, content_text as shown from kb_docs where workspace_id = :workspace and id = :id
            """)
        .param("workspace", workspace.value())
        .param("id", id)
        .query((row, number) -> document(row))
        .optional()
        .orElseThrow(Documents::unknown);
  }

  /** Keeps a text; {@code source} is null unless it was taken from a PDF. */
  @Transactional
  Document add(
      WorkspaceId workspace, String folder, String title, String text, @Nullable Source source) {
    folders.hold(workspace, folder);
    String id = names.next(ID_LENGTH);
    jdbc.sql(
            """
            insert into kb_docs (id, workspace_id, folder_id, kind, title, content_text,
                                 source_filename, mime, size_bytes, created_at, updated_at)
            values (:id, :workspace, :folder, :kind, :title, :text,
                    :filename, :mime, :size, :now, :now)
            """)
        .param("id", id)
        .param("workspace", workspace.value())
        .param("folder", folder)
        .param("kind", source == null ? "text" : "pdf")
        .param("title", title)
        .param("text", text)
        .param("filename", source == null ? null : source.filename())
        .param("mime", source == null ? null : source.mime())
        .param("size", source == null ? null : source.sizeBytes())
        .param("now", Timestamp.from(clock.instant()))
        .update();
    addPassages(id, folder, Passage.of(title, text));
    return get(workspace, id);
  }

  void remove(WorkspaceId workspace, String id) {
    int removed =
        jdbc.sql("delete from kb_docs where workspace_id = :workspace and id = :id")
            .param("workspace", workspace.value())
            .param("id", id)
            .update();
    if (removed == 0) {
      throw unknown();
    }
  }

  private void addPassages(String doc, String folder, List<Passage> passages) {
    jdbc.sql(
            """
            insert into kb_passages (doc_id, folder_id, number, begins_at, length, words)
            select :doc, :folder, p.number, p.begins_at, p.length, p.words::tsvector
            from unnest(:numbers::int[], :begins::int[], :lengths::int[], :words::text[])
                 as p (number, begins_at, length, words)
            """)
        .param("doc", doc)
        .param("folder", folder)
        .param("numbers", passages.stream().map(Passage::number).toArray(Integer[]::new))
        .param("begins", passages.stream().map(Passage::beginsAt).toArray(Integer[]::new))
        .param("lengths", passages.stream().map(Passage::length).toArray(Integer[]::new))
        .param("words", passages.stream().map(Passage::words).toArray(String[]::new))
        .update();
  }

  private static NotFound unknown() {
    return new NotFound("Document not found");
  }

  private static Document document(ResultSet row) throws SQLException {
    long size = row.getLong("size_bytes");
    boolean hasSize = !row.wasNull();
    return new Document(
        row.getString("id"),
        row.getString("workspace_id"),
        row.getString("folder_id"),
        row.getString("kind"),
        row.getString("title"),
        row.getString("shown"),
        row.getInt("content_length"),
        row.getString("source_filename"),
        row.getString("mime"),
        hasSize ? size : null,
        row.getTimestamp("created_at").getTime(),
        row.getTimestamp("updated_at").getTime());
  }
}
