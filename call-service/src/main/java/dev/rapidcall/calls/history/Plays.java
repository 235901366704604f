package dev.rapidcall.calls.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How often a recording was heard here.
 *
 * @param lastAt in milliseconds
 */
record Plays(long count, @Nullable Long lastAt) {
  private static final String COUNT = "playbackGetCount";

  static Plays of(ResultSet row) throws SQLException {
    Timestamp last = row.getTimestamp("last_played_at");
    return new Plays(row.getLong("plays"), last == null ? null : last.getTime());
  }

  /** An imported recording was perhaps heard elsewhere too. */
  @Nullable JsonNode on(@Nullable JsonNode recording) {
    return count > 0 && recording instanceof ObjectNode object
        ? object.deepCopy().put(COUNT, object.path(COUNT).asLong(0) + count)
        : recording;
  }

  void addTo(Map<String, @Nullable Object> metrics, @Nullable JsonNode recording) {
    if (count > 0 && recording != null) {
      Map<String, @Nullable Object> told = new LinkedHashMap<>();
      told.put(COUNT, recording.path(COUNT).asLong(0) + count);
      told.put("lastPlaybackAtMs", lastAt);
      metrics.put("recording", told);
    }
  }
}
