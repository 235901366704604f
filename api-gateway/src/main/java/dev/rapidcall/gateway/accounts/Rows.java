package dev.rapidcall.gateway.accounts;

import dev.rapidcall.events.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Reads what several tables of this feature have in common. */
final class Rows {
  /** The columns of a workspace {@code w}, as {@link #workspace} reads them. */
  static final String WORKSPACE =
      """
      w.id AS w_id, w.name AS w_name, w.owner_id AS w_owner_id,
      w.created_at AS w_created_at, w.updated_at AS w_updated_at
      """;

  private Rows() {}

  static Workspace workspace(ResultSet row, int number) throws SQLException {
    return new Workspace(
        new WorkspaceId(row.getString("w_id")),
        row.getString("w_name"),
        new UserId(row.getString("w_owner_id")),
        instant(row, "w_created_at"),
        instant(row, "w_updated_at"));
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  static OffsetDateTime utc(Instant time) {
    return time.atOffset(ZoneOffset.UTC);
  }
}
