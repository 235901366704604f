package dev.rapidcall.gateway.ops;

import dev.rapidcall.service.web.RequestRoutes;
import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;

/** How long the API takes, as its clients see it, in milliseconds. */
final class ApiMetricsFilter extends OncePerRequestFilter {
  static final String NAME = "rapidcall.http.request.duration.ms";

  private static final double[] BUCKETS = {
    5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000
  };
  private static final double NANOS_PER_MILLI = 1_000_000;
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  private final MeterRegistry meters;
  private final RequestRoutes routes;

  ApiMetricsFilter(MeterRegistry meters, RequestRoutes routes) {
    this.meters = meters;
    this.routes = routes;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Clock clock = meters.config().clock();
    long begun = clock.monotonicTime();
    try {
      chain.doFilter(request, response);
    } finally {
      observe(request, response.getStatus(), clock.monotonicTime() - begun);
    }
  }

  /** Providers' webhooks come at their own pace, and collecting numbers is no use of the API. */
  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getRequestURI();
    return path.equals("/metrics")
        || path.startsWith("/actuator/")
        || path.equals("/api/livekit/webhook")
        || path.equals("/api/stripe/webhook");
  }

  private void observe(HttpServletRequest request, int status, long nanos) {
    String method = request.getMethod();
    DistributionSummary.builder(NAME)
        .description("How long the API took to answer, in milliseconds")
        .serviceLevelObjectives(BUCKETS)
        .tag("method", METHODS.contains(method) ? method : "other")
        .tag("route", routes.of(request))
        .tag("status", Integer.toString(status))
        .register(meters)
        .record(nanos / NANOS_PER_MILLI);
  }
}
