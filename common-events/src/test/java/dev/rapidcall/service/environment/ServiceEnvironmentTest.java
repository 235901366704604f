package dev.rapidcall.service.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class ServiceEnvironmentTest {
  private final Map<String, Object> variables =
      new LinkedHashMap<>(
          Map.of(
              "rapidcall.environment.variables.LIVEKIT_URL", "url required",
              "rapidcall.database.schema", "calls",
              "spring.config.name", "call-service",
              "LIVEKIT_URL", "ws://127.0.0.1:7880",
              "DATABASE_URL", "postgresql://me:hidden@db/rapidcall",
              "KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:9092",
              "INTERNAL_TOKEN_KEY", "0123456789abcdef0123456789abcdef"));

  @Test
  void derivesTheDataSourceAndTheSchemaFromTheEnvironment() {
    StandardEnvironment environment = processed();

    assertThat(environment.getProperty("spring.datasource.url"))
        .startsWith("jdbc:postgresql://db/rapidcall?currentSchema=calls");
    assertThat(environment.getProperty("spring.datasource.url")).contains("lock_timeout");
    assertThat(environment.getProperty("spring.liquibase.url"))
        .startsWith("jdbc:postgresql://db/rapidcall?currentSchema=calls")
        .doesNotContain("lock_timeout");
    assertThat(environment.getProperty("spring.liquibase.user")).isEqualTo("me");
    assertThat(environment.getProperty("spring.liquibase.password")).isEqualTo("hidden");
    assertThat(environment.getProperty("spring.datasource.username")).isEqualTo("me");
    assertThat(environment.getProperty("spring.datasource.password")).isEqualTo("hidden");
    assertThat(environment.getProperty("spring.liquibase.default-schema")).isEqualTo("calls");
    assertThat(environment.getProperty("spring.datasource.hikari.maximum-pool-size"))
        .isEqualTo("10");
  }

  @Test
  void stopsWithOneLineThatNamesEveryUnfitVariable() {
    variables.remove("LIVEKIT_URL");
    variables.put("INTERNAL_TOKEN_KEY", "short");
    variables.put("DATABASE_URL", "mysql://me:hidden@db/x");

    assertThatExceptionOfType(EnvironmentVariableException.class)
        .isThrownBy(this::processed)
        .withMessage(
            "Environment: DATABASE_URL must be "
                + DatabaseUrl.EXPECTED
                + "; INTERNAL_TOKEN_KEY must have at least 32 characters; LIVEKIT_URL is missing.");
  }

  @Test
  void stopsWithoutASchemaInsteadOfFillingThePublicOne() {
    variables.remove("rapidcall.database.schema");

    assertThatExceptionOfType(EnvironmentVariableException.class)
        .isThrownBy(this::processed)
        .withMessageContaining("rapidcall.database.schema is missing");
  }

  @Test
  void logsForMachinesUnlessAskedForText() {
    assertThat(logFormat()).isEqualTo("ecs");
    variables.put("LOG_FORMAT", "json");
    assertThat(logFormat()).isEqualTo("ecs");
    variables.put("LOG_FORMAT", "text");
    assertThat(logFormat()).isNull();
  }

  @Test
  void refusesALevelThatIsNone() {
    variables.put("LOG_LEVEL", "loud");

    assertThatExceptionOfType(EnvironmentVariableException.class)
        .isThrownBy(this::processed)
        .withMessage("Environment: LOG_LEVEL must be trace, debug, info, warn, error or off.");
  }

  @Test
  void letsAnExplicitDataSourceStand() {
    variables.put("spring.datasource.url", "jdbc:postgresql://elsewhere/x");

    assertThat(processed().getProperty("spring.datasource.url"))
        .isEqualTo("jdbc:postgresql://elsewhere/x");
  }

  @Test
  void leavesAnApplicationAloneThatDeclaresNothing() {
    variables.clear();
    variables.put("LIVEKIT_URL", "nonsense");

    assertThat(processed().getProperty("spring.datasource.url")).isNull();
  }

  @Test
  void takesAnEmptyVariableForAnUnsetOne() {
    variables.put("with.default", "${CLIENT_ORIGIN:http://localhost:5173}");
    StandardEnvironment environment = new StandardEnvironment();
    String name = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
    environment
        .getPropertySources()
        .replace(name, new SystemEnvironmentPropertySource(name, Map.of("CLIENT_ORIGIN", "")));

    assertThat(processed(environment).getProperty("with.default"))
        .isEqualTo("http://localhost:5173");
  }

  private @Nullable String logFormat() {
    return processed().getProperty("logging.structured.format.console");
  }

  private StandardEnvironment processed() {
    return processed(new StandardEnvironment());
  }

  private StandardEnvironment processed(StandardEnvironment environment) {
    environment.getPropertySources().addFirst(new MapPropertySource("given", variables));
    new ServiceEnvironment(Supplier::get)
        .postProcessEnvironment(environment, new SpringApplication());
    return environment;
  }
}
