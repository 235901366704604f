package dev.rapidcall.calls.webhooks.delivery.http;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where webhooks may be sent.
 *
 * @param allowInsecure also plain http, any port and addresses inside: for a laptop and for tests
 * @param ports otherwise only these
 * @param timeout for one attempt, once the name was looked up
 */
@Validated
@ConfigurationProperties("rapidcall.webhooks")
record SendingSettings(
    boolean allowInsecure, @NotEmpty Set<Integer> ports, @NotNull Duration timeout) {}
