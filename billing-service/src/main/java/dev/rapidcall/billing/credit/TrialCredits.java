package dev.rapidcall.billing.credit;

import dev.rapidcall.billing.money.Usd;
import dev.rapidcall.events.WorkspaceId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The credit of each workspace as the ledger has it; its row is the workspace's lock. */
@Repository
public class TrialCredits {
  private final JdbcClient jdbc;

  TrialCredits(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** True if the workspace had none yet. */
  boolean open(WorkspaceId workspaceId, Usd granted) {
    return jdbc.sql(
                """
                INSERT INTO trial_credits (workspace_id, granted_usd, charged_usd)
                VALUES (:workspaceId, :granted, 0) ON CONFLICT (workspace_id) DO NOTHING
                """)
            .param("workspaceId", workspaceId.value())
            .param("granted", granted.amount())
            .update()
        == 1;
  }

  /** Empty for a workspace that was never seen. */
  public Optional<TrialCredit> find(WorkspaceId workspaceId) {
    return select(workspaceId, "");
  }

  /** Keeps other transactions off the workspace's credit until this one ends. */
  TrialCredit lock(WorkspaceId workspaceId) {
    return select(workspaceId, " FOR UPDATE").orElseThrow();
  }

  void save(WorkspaceId workspaceId, TrialCredit credit) {
    jdbc.sql("UPDATE trial_credits SET charged_usd = :charged WHERE workspace_id = :workspaceId")
        .param("charged", credit.charged().amount())
        .param("workspaceId", workspaceId.value())
        .update();
  }

  private Optional<TrialCredit> select(WorkspaceId workspaceId, String lock) {
    return jdbc.sql(
            "SELECT granted_usd, charged_usd FROM trial_credits WHERE workspace_id = :workspaceId"
                + lock)
        .param("workspaceId", workspaceId.value())
        .query(
            (row, number) ->
                new TrialCredit(new Usd(row.getBigDecimal(1)), new Usd(row.getBigDecimal(2))))
        .optional();
  }
}
