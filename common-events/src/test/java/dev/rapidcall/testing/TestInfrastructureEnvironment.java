package dev.rapidcall.testing;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;

/**
 * Adds a fresh test environment to each Spring context that asks for it. It comes first, so that
 * configuration files and the check of the environment already see it.
 */
final class TestInfrastructureEnvironment implements EnvironmentPostProcessor, Ordered {
  private static final String SWITCH = "rapidcall.test-infrastructure";
  private static final String INLINED = "Inlined Test Properties";

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    if (!environment.getProperty(SWITCH, Boolean.class, false)) {
      return;
    }
    Map<String, Object> variables =
        new LinkedHashMap<>(TestInfrastructure.shared().freshEnvironment());
    MapPropertySource source = new MapPropertySource("testInfrastructure", variables);
    MutablePropertySources sources = environment.getPropertySources();
    if (sources.contains(INLINED)) {
      sources.addAfter(INLINED, source);
    } else {
      sources.addFirst(source);
    }
  }

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }
}
