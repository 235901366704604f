package dev.rapidcall.gateway.ops;

import dev.rapidcall.gateway.owners.HttpClients;
import dev.rapidcall.gateway.owners.Owner;
import dev.rapidcall.gateway.owners.OwnerSettings;
import dev.rapidcall.service.metrics.MetricsToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

/** Asks an owner for its numbers. */
@Component
class OwnerMetrics {
  private static final Logger log = LoggerFactory.getLogger(OwnerMetrics.class);
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final RestClient http = HttpClients.patientFor(PATIENCE);
  private final OwnerSettings owners;
  private final MetricsToken token;

  OwnerMetrics(OwnerSettings owners, MetricsToken token) {
    this.owners = owners;
    this.token = token;
  }

  /** Its Prometheus text; empty if it did not tell in time. */
  Optional<String> of(Owner owner) {
    try {
      return http.get()
          .uri(owners.of(owner).resolve("/metrics"))
          .header(HttpHeaders.AUTHORIZATION, token.authorization().orElse(""))
          .exchange((request, response) -> text(owner, response));
    } catch (ResourceAccessException e) {
      log.debug("{} does not tell its numbers: {}", owner, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private static Optional<String> text(Owner owner, ClientHttpResponse response)
      throws IOException {
    if (response.getStatusCode().isSameCodeAs(HttpStatus.OK)) {
      return Optional.of(new String(response.getBody().readAllBytes(), StandardCharsets.UTF_8));
    }
    log.warn(
        "{} answered {} to /metrics: do all services have the same METRICS_BEARER_TOKEN?",
        owner,
        response.getStatusCode().value());
    return Optional.empty();
  }
}
