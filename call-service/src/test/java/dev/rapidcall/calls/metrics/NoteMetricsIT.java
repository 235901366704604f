package dev.rapidcall.calls.metrics;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@CallServiceOverHttp
class NoteMetricsIT {
  @Autowired NoteMetrics noteMetrics;
  @Autowired JdbcClient jdbc;

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

  @Test
  void aNegativeLatencyIsUnknownAndALaterOneCounts() {
    String call = "call_" + UUID.randomUUID().toString().substring(0, 12);

    noteMetrics.note(SomeReport.of(call).latency("-1").fact());
    assertThat(summary(call).get("latency_ms")).isNull();
    assertThat(summary(call).get("tokens_total")).isNull();
    noteMetrics.note(SomeReport.of(call).at(SomeCall.START.plusSeconds(1)).latency("412.5").fact());

    assertThat(summary(call).get("latency_ms")).hasToString("412.5");
  }

  private Map<String, @Nullable Object> summary(String call) {
    return jdbc.sql("select * from call_metrics where call_id = :call")
        .param("call", call)
        .query()
        .singleRow();
  }
}
