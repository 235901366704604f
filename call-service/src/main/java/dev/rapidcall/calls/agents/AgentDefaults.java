package dev.rapidcall.calls.agents;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** What an agent gets that does not say otherwise. */
@Validated
@ConfigurationProperties("rapidcall.agents")
record AgentDefaults(@NotBlank String defaultLlmModel) {}
