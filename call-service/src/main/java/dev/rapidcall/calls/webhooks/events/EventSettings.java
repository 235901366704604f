package dev.rapidcall.calls.webhooks.events;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * What bodies say of us.
 *
 * @param publicBaseUrl where the outside world reaches the API; never taken from a request
 */
@Validated
@ConfigurationProperties("rapidcall.customer-events")
record EventSettings(@NotBlank String publicBaseUrl) {}
