package dev.rapidcall.service.metrics;

import dev.rapidcall.service.environment.Secret;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param tokens the live tokens that open {@code /metrics}, newest first; without one it is hidden
 */
@ConfigurationProperties("rapidcall.metrics")
record MetricsSettings(@Nullable List<Secret> tokens) {

  List<Secret> live() {
    return tokens == null ? List.of() : tokens;
  }
}
