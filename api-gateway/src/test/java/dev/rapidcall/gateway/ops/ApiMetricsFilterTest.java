package dev.rapidcall.gateway.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MockClock;
import io.micrometer.core.instrument.simple.SimpleConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class ApiMetricsFilterTest {
  private final MockClock clock = new MockClock();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry(SimpleConfig.DEFAULT, clock);
  private final ApiMetricsFilter filter = new ApiMetricsFilter(meters, ContractRoutes.read());
  private final FilterChain slow =
      (request, response) -> {
        clock.add(Duration.ofMillis(120));
        ((HttpServletResponse) response).setStatus(404);
      };

  @Test
  @DisplayName("weakness 11: a request of 120 ms is observed as 120, in the contract's buckets")
  void observesMilliseconds() throws Exception {
    serve("GET", "/api/calls/call_1");

    DistributionSummary observed =
        meters
            .get(ApiMetricsFilter.NAME)
            .tags("method", "GET", "route", "/api/calls/:id", "status", "404")
            .summary();
    assertThat(observed.totalAmount()).isEqualTo(120);
    assertThat(
            Stream.of(observed.takeSnapshot().histogramCounts())
                .map(bucket -> bucket.bucket() + "=" + bucket.count()))
        .containsExactly(
            "5.0=0.0",
            "10.0=0.0",
            "25.0=0.0",
            "50.0=0.0",
            "100.0=0.0",
            "250.0=1.0",
            "500.0=1.0",
            "1000.0=1.0",
            "2500.0=1.0",
            "5000.0=1.0",
            "10000.0=1.0");
  }

  @Test
  @DisplayName("weakness 11: paths nobody serves are one series, not one each")
  void isBoundedInItsSeries() throws Exception {
    for (int path = 0; path < 50; path++) {
      serve("GET", "/wp-admin/" + path);
      serve("VERB" + path, "/api/calls");
    }

    assertThat(meters.find(ApiMetricsFilter.NAME).summaries()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/livekit/webhook", "/api/stripe/webhook", "/metrics"})
  void leavesOutWhatIsNoUseOfTheApi(String path) throws Exception {
    serve("POST", path);

    assertThat(meters.find(ApiMetricsFilter.NAME).summaries()).isEmpty();
  }

  private void serve(String method, String path) throws Exception {
    filter.doFilter(new MockHttpServletRequest(method, path), new MockHttpServletResponse(), slow);
  }
}
