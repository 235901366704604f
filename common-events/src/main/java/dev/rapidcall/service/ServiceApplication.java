package dev.rapidcall.service;

import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts a service, alone in its process or beside others in one JVM. */
public final class ServiceApplication {

  private ServiceApplication() {}

  /**
   * Starts a service and returns when it answers.
   *
   * @param configName the name of its configuration file without {@code .yml}; never {@code
   *     application}, for several services may share one class path
   * @param arguments {@code --NAME=value} stands before the environment variable of that name
   */
  public static ConfigurableApplicationContext run(
      Class<?> service, String configName, String... arguments) {
    return of(service, configName).run(arguments);
  }

  /** The same, not started yet: for those who want to set more before. */
  public static SpringApplication of(Class<?> service, String configName) {
    return new SpringApplicationBuilder(service)
        .bannerMode(Banner.Mode.OFF)
        .properties("spring.config.name=" + configName)
        .build();
  }
}
