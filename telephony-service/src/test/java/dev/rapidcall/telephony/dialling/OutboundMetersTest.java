package dev.rapidcall.telephony.dialling;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.junit.jupiter.api.Test;

class OutboundMetersTest {

  @Test
  void haveTheNamesAndBucketsOfTheContract() {
    PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    new OutboundMeters(meters);

    assertThat(meters.scrape().lines())
        .contains("rapidcall_outbound_jobs_queued_total 0.0")
        .contains("rapidcall_outbound_jobs_dialed_total 0.0")
        .contains("rapidcall_outbound_jobs_failed_total{reason=\"other\"} 0.0")
        .contains("rapidcall_outbound_calls_answered_total 0.0")
        .contains("rapidcall_outbound_time_to_answer_seconds_bucket{le=\"1.0\"} 0")
        .contains("rapidcall_outbound_time_to_answer_seconds_bucket{le=\"45.0\"} 0");
  }
}
