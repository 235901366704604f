package dev.rapidcall.calls.knowledge;

import dev.rapidcall.calls.knowledge.AskedWord.Way;
import dev.rapidcall.events.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds the documents that answer a question best. Each asked word counts by how rare it is in the
 * folders, so that no list of filler words is needed in any language; a word counts once for each
 * document, however often it stands there.
 */
@Component
class SearchKnowledge {
  private static final String BEST =
      """
      with asked as (
        select word, query::tsquery as query, weight
        from unnest(:words::text[], :queries::text[], :weights::float8[]) as a (word, query, weight)),
      folders as (
        select id from kb_folders where workspace_id = :workspace and id = any (:folders::text[])),
      hits as (
        select a.word, a.query, p.doc_id, p.number,
               a.weight * (1 + ts_rank(p.words, a.query)) as fit
        from asked a join kb_passages p on p.words @@ a.query
        where p.folder_id in (select id from folders)),
      worths as (
        select query, ln(1 + (select count(*) from kb_docs where folder_id in (select id from folders))
                              / count(distinct doc_id)::float8) as worth
        from hits group by query),
      best_hits as (
        select word, doc_id, number, max(fit * worth) as score
        from hits join worths using (query) group by word, doc_id, number),
      best_passages as (
        select distinct on (doc_id) doc_id, number
        from (select doc_id, number, sum(score) as score from best_hits group by doc_id, number) each
        order by doc_id, score desc, number),
      best_docs as (
        select doc_id, sum(score) as score
        from (select word, doc_id, max(score) as score from best_hits group by word, doc_id) each
        group by doc_id)
      select d.id, d.folder_id, d.kind, d.title, d.source_filename,
             b.score / max(b.score) over () as score,
             substring(d.content_text from greatest(p.begins_at - :margin, 0) + 1
                       for p.length + 2 * :margin) as passage
      from best_docs b join best_passages using (doc_id)
      join kb_docs d on d.id = b.doc_id
      join kb_passages p on p.doc_id = b.doc_id and p.number = best_passages.number
      order by b.score desc, d.created_at desc, d.id
      limit :limit
      """;
  private static final int MARGIN = 250;
  private static final double THOUSAND = 1000;

  private final JdbcClient jdbc;

  SearchKnowledge(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The best first. Folders that the workspace does not have are left out.
   *
   * @param reach how many characters the excerpts show before and after the hit
   */
  List<Found> search(
      WorkspaceId workspace, List<String> folders, String question, int limit, int reach) {
    List<AskedWord> asked = AskedWord.of(question);
    if (asked.isEmpty() || folders.isEmpty()) {
      return List.of();
    }
    List<String> words = new ArrayList<>();
    List<Way> ways = new ArrayList<>();
    asked.forEach(
        word ->
            word.ways()
                .forEach(
                    way -> {
                      words.add(word.folded());
                      ways.add(way);
                    }));
    return jdbc.sql(BEST)
        .param("words", words.toArray(String[]::new))
        .param("queries", ways.stream().map(Way::query).toArray(String[]::new))
        .param("weights", ways.stream().map(Way::weight).toArray(Double[]::new))
        .param("workspace", workspace.value())
        .param("folders", folders.toArray(String[]::new))
        .param("margin", MARGIN)
        .param("limit", limit)
        .query((row, number) -> found(row, asked, reach))
        .list();
  }

  private static Found found(ResultSet row, List<AskedWord> asked, int reach) throws SQLException {
    String filename = row.getString("source_filename");
    String title = row.getString("title").isBlank() ? filename : row.getString("title");
    return new Found(
        row.getString("id"),
        row.getString("folder_id"),
        title == null || title.isBlank() ? "Document" : title,
        row.getString("kind"),
        new Excerpt(row.getString("passage"), asked, reach).show(),
        Math.round(row.getDouble("score") * THOUSAND) / THOUSAND);
  }
}
