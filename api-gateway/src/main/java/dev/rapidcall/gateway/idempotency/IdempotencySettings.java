package dev.rapidcall.gateway.idempotency;

import dev.rapidcall.service.environment.Secret;
import jakarta.validation.constraints.NotEmpty;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * @param keys kept answers are encrypted with the first one and read with any
 */
@Validated
@ConfigurationProperties("rapidcall.idempotency")
record IdempotencySettings(@NotEmpty List<Secret> keys) {}
