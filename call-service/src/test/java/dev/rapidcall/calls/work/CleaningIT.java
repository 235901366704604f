package dev.rapidcall.calls.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.calls.metrics.NoteMetrics;
import dev.rapidcall.calls.testing.Api;
import dev.rapidcall.calls.testing.CallServiceIT;
import dev.rapidcall.calls.testing.SomeCall;
import dev.rapidcall.calls.testing.SomeReport;
import dev.rapidcall.calls.transcripts.Transcripts;
import dev.rapidcall.calls.webhooks.testing.Backlog;
import dev.rapidcall.events.CallId;
import dev.rapidcall.events.CallLifecycleEvent.EndRequester;
import dev.rapidcall.events.CallLifecycleEvent.TranscriptReported;
import dev.rapidcall.service.identity.InternalTokens;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What is deleted after its time, and what is not. */
@CallServiceIT
class CleaningIT {
  private static final Duration LONG_AGO = Duration.ofDays(31);

  @LocalServerPort int port;
  @Autowired InternalTokens tokens;
  @Autowired Cleaning cleaning;
  @Autowired NoteMetrics noteMetrics;
  @Autowired Transcripts transcripts;
  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;

  private final String workspace = "w-" + UUID.randomUUID();
  private Instant old;

  @BeforeEach
  void begin() {
    old = clock.instant().minus(LONG_AGO);
  }

  @Test
  void oldEventsGoWithTheirDeliveriesUnlessTheyAreStillToBeDelivered() {
    Backlog.of(jdbc, workspace, 9).dueTo("http://127.0.0.1:1/");
    run(
        "update webhook_deliveries set status = 'delivered' where workspace_id = :w and event_seq not in (4, 5)");
    run(
        """
        insert into webhook_attempts (delivery_id, number, attempted_at, millis)
        select id, 1, now(), 1 from webhook_deliveries where workspace_id = :w
        """);
    run("update customer_events set created_at = :old where workspace_id = :w and seq <= 6");

    cleaning.clean();

    assertThat(numbers("select seq from customer_events where workspace_id = :w order by 1"))
        .containsExactly(4, 5, 7, 8, 9);
    assertThat(
            numbers("select event_seq from webhook_deliveries where workspace_id = :w order by 1"))
        .containsExactly(4, 5, 7, 8, 9);
    assertThat(
            numbers(
                """
                select event_seq from webhook_attempts
                join webhook_deliveries on webhook_deliveries.id = delivery_id
                where workspace_id = :w order by 1
                """))
        .containsExactly(4, 5, 7, 8, 9);
  }

  @Test
  void whoReadsFromBeforeTheOldestEventGoesOnWithIt() {
    Backlog.of(jdbc, workspace, 9);
    run("update customer_events set created_at = :old where workspace_id = :w and seq <= 6");
    cleaning.clean();

    JsonNode page = Api.anonymous(port, tokens).as(workspace).get("/api/events?after=2").body();

    assertThat(page.path("events").values())
        .extracting(event -> event.path("cursor").asString())
        .containsExactly("7", "8", "9");
  }

  @Test
  void tasksThatWereDoneLongAgoGo() {
    String call = SomeCall.of(workspace).keep(jdbc);
    jdbc.sql(
            """
            insert into call_tasks (call_id, kind, planned_at, due_at, give_up_at, done_at)
            values (:call, 'old', :old, :old, :old, :old), (:call, 'fresh', :old, :old, :old, now()),
                   (:call, 'open', :old, :old, :old, null)
            """)
        .param("call", call)
        .param("old", Timestamp.from(old))
        .update();

    cleaning.clean();

    assertThat(
            jdbc.sql("select kind from call_tasks where call_id = :call order by kind")
                .param("call", call)
                .query(String.class)
                .list())
        .containsExactly("fresh", "open");
  }

  @Test
  void whatWasReportedOfACallThatNeverCameToBeKnownGoes() {
    String never = "call_" + UUID.randomUUID().toString().substring(0, 12);
    report(never, old);
    String lately = "call_" + UUID.randomUUID().toString().substring(0, 12);
    report(lately, clock.instant());

    cleaning.clean();

    assertThat(rowsOf(never)).isZero();
    assertThat(rowsOf(lately)).isEqualTo(3);
  }

  @Test
  void whatWasReportedOfACallBeforeItWasKnownStays() {
    SomeCall call = SomeCall.of(workspace);
    report(call.id(), old);
    call.keep(jdbc);
    report(call.id(), old);

    cleaning.clean();

    assertThat(rowsOf(call.id())).isEqualTo(4);
    assertThat(
            jdbc.sql("select count(*) from call_facts where call_id = :call and parked")
                .param("call", call.id())
                .query(Integer.class)
                .single())
        .as("nobody looks at them again")
        .isZero();
  }

  private void report(String call, Instant at) {
    noteMetrics.note(SomeReport.of(call).at(at).latency("100").fact());
    transcripts.replace(
        new TranscriptReported(
            new CallId(call), EndRequester.AGENT, List.of(Map.of("role", "user", "text", "Hello"))),
        at);
  }

  private int rowsOf(String call) {
    return jdbc.sql(
            """
            select (select count(*) from call_facts where call_id = :call)
                 + (select count(*) from call_metrics where call_id = :call)
                 + (select count(*) from call_transcripts where call_id = :call)
            """)
        .param("call", call)
        .query(Integer.class)
        .single();
  }

  private void run(String sql) {
    jdbc.sql(sql).param("w", workspace).param("old", Timestamp.from(old)).update();
  }

  private List<Integer> numbers(String sql) {
    return jdbc.sql(sql).param("w", workspace).query(Integer.class).list();
  }
}
