package dev.rapidcall.gateway.edge;

import dev.rapidcall.service.environment.Secret;
import jakarta.validation.constraints.NotEmpty;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * @param clientOrigins where the dashboard is served from; {@code *} stands for everywhere
 * @param agentSecrets the live secrets of the voice agent
 */
@Validated
@ConfigurationProperties("rapidcall.edge")
record EdgeSettings(@NotEmpty List<String> clientOrigins, @NotEmpty List<Secret> agentSecrets) {

  boolean allows(String origin) {
    return clientOrigins.contains("*") || clientOrigins.contains(origin);
  }
}
