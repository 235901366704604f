package dev.rapidcall.calls.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rapidcall.calls.testing.CallServiceOverHttp;
import dev.rapidcall.calls.testing.SomeCall;
import dev.rapidcall.calls.testing.SomeReport;
import dev.rapidcall.calls.timeline.Fact;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@CallServiceOverHttp
class NoteMetricsIT {
  @Autowired NoteMetrics noteMetrics;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  @Test
  void reportsInAnyOrderRepeatedAndAtOnceComeToTheSame() {
    for (int seed = 0; seed < 5; seed++) {
      String call = "call_" + UUID.randomUUID().toString().substring(0, 12);
      List<Fact> reports = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        reports.add(SomeReport.of(call).at(SomeCall.START.plusSeconds(i)).tokens(i, 2L * i).fact());
        reports.add(SomeReport.of(call).at(SomeCall.START.plusSeconds(i)).latency("10" + i).fact());
      }
      reports.addAll(List.copyOf(reports));
      Collections.shuffle(reports, new Random(seed));

      try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
        reports.forEach(report -> threads.execute(() -> noteMetrics.note(report)));
      }

      Map<String, @Nullable Object> summary = summary(call);
      assertThat(summary.get("tokens_total")).isEqualTo(21L);
      assertThat(summary.get("llm_prompt_tokens")).isEqualTo(7L);
      assertThat(summary.get("latency_ms")).hasToString("107");
    }
  }

  @DisplayName("weakness 4: of two reports at once, each summed up before the other is there")
  @Test
  void theLaterOfTwoAtOnceWaitsAndSumsUpBoth() {
    String call = "call_" + UUID.randomUUID().toString().substring(0, 12);
    noteMetrics.note(SomeReport.of(call).latency("1").fact());
    Fact tokens = SomeReport.of(call).at(SomeCall.START.plusSeconds(1)).tokens(7, 3).fact();
    Fact latency = SomeReport.of(call).at(SomeCall.START.plusSeconds(1)).latency("650").fact();

    try (ExecutorService other = Executors.newSingleThreadExecutor()) {
      transaction.executeWithoutResult(
          status -> {
            noteMetrics.note(tokens);
            other.execute(() -> noteMetrics.note(latency));
            await().until(this::somebodyWaitsForTheSummary);
          });
    }

    assertThat(summary(call).get("tokens_total")).isEqualTo(10L);
    assertThat(summary(call).get("latency_ms")).hasToString("650");
  }

  @Test
  void aNegativeLatencyIsUnknownAndALaterOneCounts() {
    String call = "call_" + UUID.randomUUID().toString().substring(0, 12);

    noteMetrics.note(SomeReport.of(call).latency("-1").fact());
    assertThat(summary(call).get("latency_ms")).isNull();
    assertThat(summary(call).get("tokens_total")).isNull();
    noteMetrics.note(SomeReport.of(call).at(SomeCall.START.plusSeconds(1)).latency("412.5").fact());

    assertThat(summary(call).get("latency_ms")).hasToString("412.5");
  }

  private boolean somebodyWaitsForTheSummary() {
    return jdbc.sql(
            """
            select exists (select from pg_stat_activity
                           where wait_event_type = 'Lock' and datname = current_database()
                             and query like '%call_metrics%')
            """)
        .query(Boolean.class)
        .single();
  }

  private Map<String, @Nullable Object> summary(String call) {
    return jdbc.sql("select * from call_metrics where call_id = :call")
        .param("call", call)
        .query()
        .singleRow();
  }
}
