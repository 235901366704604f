package dev.rapidcall.billing.rating;

import dev.rapidcall.billing.money.Usd;
import dev.rapidcall.events.CallId;
import dev.rapidcall.events.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The bill of each call as the ledger has it; its row is the call's lock. */
@Repository
public class CallBills {
  private final JdbcClient jdbc;

  CallBills(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The bill of a call, empty while it is not rated. */
  public Optional<CallBill> find(CallId callId) {
    return rated("call_id = :id", callId.value()).stream().findFirst();
  }

  /** The bills of all rated calls of a workspace. */
  public List<CallBill> of(WorkspaceId workspaceId) {
    return rated("workspace_id = :id", workspaceId.value());
  }

  /** The bills of the calls that ended since then, the latest first. */
  public List<CallBill> endedSince(Instant then, WorkspaceId workspaceId, int atMost) {
    return jdbc.sql(
            """
            SELECT b.* FROM call_bills b JOIN LATERAL (
              SELECT max((body ->> 'endedAt')::timestamptz) AS ended_at FROM usage_facts f
              WHERE f.call_id = b.call_id AND f.kind = 'ended') f ON f.ended_at >= :then
            WHERE b.workspace_id = :workspaceId AND b.revision > 0
            ORDER BY f.ended_at DESC, b.call_id LIMIT :atMost
            """)
        .param("then", then.atOffset(ZoneOffset.UTC))
        .param("workspaceId", workspaceId.value())
        .param("atMost", atMost)
        .query(CallBills::bill)
        .list();
  }

  /** Keeps other transactions from rating the call until this one ends. */
  void lock(CallId callId) {
    jdbc.sql("INSERT INTO call_bills (call_id) VALUES (:callId) ON CONFLICT (call_id) DO NOTHING")
        .param("callId", callId.value())
        .update();
    jdbc.sql("SELECT revision FROM call_bills WHERE call_id = :callId FOR UPDATE")
        .param("callId", callId.value())
        .query(Integer.class)
        .single();
  }

  void save(CallBill bill) {
    jdbc.sql(
            """
            UPDATE call_bills SET workspace_id = :workspaceId, rate_card_version = :rateCardVersion,
              revision = :revision, amount_usd = :amount, usage_known = :usageKnown
            WHERE call_id = :callId
            """)
        .param("workspaceId", bill.workspaceId().value())
        .param("rateCardVersion", bill.rateCardVersion())
        .param("revision", bill.revision())
        .param("amount", bill.amount().amount())
        .param("usageKnown", bill.usageKnown())
        .param("callId", bill.callId().value())
        .update();
  }

  private List<CallBill> rated(String condition, String id) {
    return jdbc.sql("SELECT * FROM call_bills WHERE revision > 0 AND " + condition)
        .param("id", id)
        .query(CallBills::bill)
        .list();
  }

  private static CallBill bill(ResultSet row, int number) throws SQLException {
    return new CallBill(
        new CallId(row.getString("call_id")),
        new WorkspaceId(row.getString("workspace_id")),
        row.getString("rate_card_version"),
        row.getInt("revision"),
        new Usd(row.getBigDecimal("amount_usd")),
        row.getBoolean("usage_known"));
  }
}
