package dev.rapidcall.service.metrics;

import jakarta.servlet.http.HttpServletRequest;

/** What {@code GET /metrics} answers; the gateway answers for the whole platform. */
public interface MetricsSource {

  /** Prometheus text, version 0.0.4. */
  String text(HttpServletRequest request);
}
