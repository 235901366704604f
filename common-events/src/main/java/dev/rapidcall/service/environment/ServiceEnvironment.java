package dev.rapidcall.service.environment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.logging.Log;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.logging.DeferredLogFactory;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.StringUtils;

/**
 * Checks every variable that a service declares under {@code rapidcall.environment.variables},
 * before anything starts, and derives the data source from {@code DATABASE_URL}. Applications that
 * declare none and have no {@code DATABASE_URL} are left alone.
 */
final class ServiceEnvironment implements EnvironmentPostProcessor, Ordered {
  private static final String DECLARED = "rapidcall.environment.variables.";
  private static final String DEFAULTS = "dev/rapidcall/service/defaults.yml";

  private final Log log;

  /** Logging is not set up yet: what is said now is kept until it is. */
  ServiceEnvironment(DeferredLogFactory logs) {
    this.log = logs.getLog(ServiceEnvironment.class);
  }

  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE;
  }

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    boolean declares = !declared(environment).isEmpty();
    if (!declares && !StringUtils.hasText(environment.getProperty("DATABASE_URL"))) {
      return;
    }
    dropEmptyVariables(environment);
    addDefaults(environment);
    addLogFormat(environment);
    if (declares) {
      check(environment);
    }
    addDataSource(environment);
  }

  /** An empty variable is an unset one: a default in a configuration file must hold for both. */
  private static void dropEmptyVariables(ConfigurableEnvironment environment) {
    MutablePropertySources sources = environment.getPropertySources();
    String name = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
    if (sources.get(name) instanceof SystemEnvironmentPropertySource variables) {
      Map<String, Object> filled = new LinkedHashMap<>(variables.getSource());
      filled.values().removeIf(value -> value.toString().isBlank());
      sources.replace(name, new SystemEnvironmentPropertySource(name, filled));
    }
  }

  private void check(ConfigurableEnvironment environment) {
    List<String> problems = new ArrayList<>();
    declared(environment)
        .forEach(
            (name, text) -> {
              VariableSpec spec = VariableSpec.parse(text);
              String value = environment.getProperty(name);
              spec.problem(name, value).ifPresent(problems::add);
              spec.advice(name, value).ifPresent(log::warn);
            });
    if (!problems.isEmpty()) {
      throw new EnvironmentVariableException(problems);
    }
  }

  /** Names are read as written: the binder would strip their underscores. */
  private static Map<String, String> declared(ConfigurableEnvironment environment) {
    Map<String, String> variables = new TreeMap<>();
    for (PropertySource<?> source : environment.getPropertySources()) {
      if (source instanceof EnumerablePropertySource<?> enumerable) {
        for (String name : enumerable.getPropertyNames()) {
          if (name.startsWith(DECLARED)) {
            variables.putIfAbsent(
                name.substring(DECLARED.length()), environment.getRequiredProperty(name));
          }
        }
      }
    }
    return variables;
  }

  private static void addDataSource(ConfigurableEnvironment environment) {
    String text = environment.getProperty("DATABASE_URL", "");
    if (text.isBlank()) {
      return;
    }
    DatabaseUrl url =
        DatabaseUrl.parse(text)
            .orElseThrow(
                () ->
                    new EnvironmentVariableException(
                        List.of("DATABASE_URL must be " + DatabaseUrl.EXPECTED)));
    String schema = environment.getProperty("rapidcall.database.schema", "");
    if (schema.isBlank()) {
      throw new EnvironmentVariableException(
          List.of("rapidcall.database.schema is missing in the service's configuration"));
    }
    String ssl = environment.getProperty("DATABASE_SSL");
    ssl = StringUtils.hasText(ssl) ? ssl.trim() : null;
    String name = environment.getProperty("spring.config.name", "rapidcall");
    Map<String, Object> derived = new LinkedHashMap<>();
    if (!environment.containsProperty("spring.datasource.url")) {
      derived.put("spring.liquibase.url", url.patientJdbcUrl(ssl, schema, name));
    }
    derived.put("spring.datasource.url", url.jdbcUrl(ssl, schema, name));
    if (url.username() != null) {
      derived.put("spring.datasource.username", url.username().value());
      derived.put("spring.liquibase.user", url.username().value());
    }
    if (url.password() != null) {
      derived.put("spring.datasource.password", url.password().value());
      derived.put("spring.liquibase.password", url.password().value());
    }
    derived.put("spring.liquibase.default-schema", schema);
    derived.put("spring.liquibase.liquibase-schema", schema);
    derived.put("spring.jpa.properties.hibernate.default_schema", schema);
    environment.getPropertySources().addLast(new MapPropertySource("databaseUrl", derived));
  }

  /** Lines for machines, unless somebody wants to read them. */
  private static void addLogFormat(ConfigurableEnvironment environment) {
    if (!environment.getProperty("LOG_FORMAT", "").trim().equals("text")) {
      environment
          .getPropertySources()
          .addLast(
              new MapPropertySource(
                  "logFormat", Map.of("logging.structured.format.console", "ecs")));
    }
  }

  private static void addDefaults(ConfigurableEnvironment environment) {
    try {
      new YamlPropertySourceLoader()
          .load("serviceDefaults", new ClassPathResource(DEFAULTS))
          .forEach(environment.getPropertySources()::addLast);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
