package dev.rapidcall.service.web;

import jakarta.servlet.http.HttpServletRequest;

/**
 * The name of a request's route, for logs and metrics: {@code /api/calls/:id} and never the path
 * itself, of which there is no end.
 */
public interface RequestRoutes {
  /** What has no route. */
  String UNKNOWN = "unknown";

  /** The route of a request that was handled, or {@link #UNKNOWN}. */
  String of(HttpServletRequest request);
}
