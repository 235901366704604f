package dev.rapidcall.service.idempotency;

import dev.rapidcall.service.environment.Secret;
import jakarta.validation.constraints.NotEmpty;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * @param enabled whether the service has the table {@code answered_requests} and routes that say
 *     {@link OncePerKey}
 * @param keys kept answers are encrypted with the first one and read with any
 */
@Validated
@ConfigurationProperties("rapidcall.idempotency")
record IdempotencySettings(boolean enabled, @NotEmpty List<Secret> keys) {}
