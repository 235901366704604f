package dev.rapidcall.calls.ai;

import dev.rapidcall.service.environment.Secret;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The language model's provider.
 *
 * @param apiKey empty where there is none
 * @param baseUrl of an API that speaks OpenAI's chat completions, such as {@code
 *     https://api.openai.com/v1}
 * @param generateModel writes prompts
 * @param evalModel analyses and evaluates calls
 * @param timeout for a whole answer; the gateway waits for 30 s and must hear of it before
 * @param atOnce how many requests may be under way
 */
@Validated
@ConfigurationProperties("rapidcall.ai")
public record AiSettings(
    @NotNull Secret apiKey,
    @NotNull URI baseUrl,
    @NotBlank String generateModel,
    @NotBlank String evalModel,
    @NotNull Duration connectTimeout,
    @NotNull Duration timeout,
    @Positive int atOnce) {

  /** Whether there is a model to ask at all. */
  public boolean isConfigured() {
    return !apiKey.value().isBlank();
  }
}
