package dev.rapidcall.gateway.accounts;

import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Workspaces and who owns them. */
@Component
final class Workspaces {
  private final JdbcClient sql;

  Workspaces(JdbcClient sql) {
    this.sql = sql;
  }

  void add(Workspace workspace) {
    sql.sql(
            """
            INSERT INTO workspaces (id, name, owner_id, created_at, updated_at)
            VALUES (:id, :name, :owner, :now, :now)
            """)
        .param("id", workspace.id().value())
        .param("name", workspace.name())
        .param("owner", workspace.ownerId().value())
        .param("now", workspace.createdAt().atOffset(ZoneOffset.UTC))
        .update();
  }
}
