package dev.rapidcall.calls.transfer;

import dev.rapidcall.events.CallId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which calls are being transferred or were; one at a time, and once. */
@Repository
class Transfers {
  private final JdbcClient jdbc;

  Transfers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Takes the right to transfer the call, for a while; no if somebody else has or used it. */
  boolean take(Claim claim, TransferTarget target) {
    return jdbc.sql(
                """
                insert into call_transfers as kept (call_id, transfer_to, claimed_until)
                values (:call, :to, :until)
                on conflict (call_id) do update
                set transfer_to = excluded.transfer_to, claimed_until = excluded.claimed_until
                where kept.transferred_at is null and kept.claimed_until <= :now
                """)
            .param("call", claim.call().value())
            .param("to", target.uri())
            .param("now", Timestamp.from(claim.askedAt()))
            .param("until", Timestamp.from(claim.until()))
            .update()
        == 1;
  }

  /** Whom the call was transferred to, if it was. */
  Optional<TransferTarget> done(CallId call) {
    return jdbc.sql(
            """
            select transfer_to from call_transfers
            where call_id = :call and transferred_at is not null
            """)
        .param("call", call.value())
        .query((row, number) -> new TransferTarget(row.getString("transfer_to")))
        .optional();
  }

  void markDone(CallId call, Instant at) {
    jdbc.sql("update call_transfers set transferred_at = :at where call_id = :call")
        .param("call", call.value())
        .param("at", Timestamp.from(at))
        .update();
  }

  /** It failed: the next one may try. Somebody else's claim stays. */
  void release(Claim claim) {
    jdbc.sql(
            """
            delete from call_transfers
            where call_id = :call and claimed_until = :until and transferred_at is null
            """)
        .param("call", claim.call().value())
        .param("until", Timestamp.from(claim.until()))
        .update();
  }
}
