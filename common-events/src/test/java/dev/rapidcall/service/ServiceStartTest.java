package dev.rapidcall.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rapidcall.service.environment.EnvironmentVariableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;

@ExtendWith(OutputCaptureExtension.class)
class ServiceStartTest {

  @Configuration(proxyBeanMethods = false)
  static class Empty {}

  @Test
  void stopsWithTheNameOfTheMissingVariableAndNoStackTrace(CapturedOutput output) {
    assertThatExceptionOfType(EnvironmentVariableException.class)
        .isThrownBy(
            () ->
                ServiceApplication.run(
                    Empty.class,
                    "small-service",
                    "--rapidcall.environment.variables.LIVEKIT_URL=url required",
                    "--DATABASE_URL=postgresql://me:hidden@db/x",
                    "--KAFKA_BOOTSTRAP_SERVERS=127.0.0.1:1",
                    "--INTERNAL_TOKEN_KEY=0123456789abcdef0123456789abcdef"))
        .withMessage("Environment: LIVEKIT_URL is missing.");

    assertThat(output)
        .contains("Environment: LIVEKIT_URL is missing.")
        .doesNotContain("hidden")
        .doesNotContain("\tat ");
  }
}
