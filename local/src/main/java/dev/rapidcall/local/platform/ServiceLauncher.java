package dev.rapidcall.local.platform;

import dev.rapidcall.service.ServiceApplication;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.Ordered;
import org.springframework.core.env.MapPropertySource;

/** Starts one service as it starts alone, with variables of its own before the environment's. */
final class ServiceLauncher {

  private ServiceLauncher() {}

  static ConfigurableApplicationContext start(
      Class<?> application, String configName, Map<String, String> variables) {
    SpringApplication service = ServiceApplication.of(application, configName);
    service.setRegisterShutdownHook(false);
    service.setLogStartupInfo(false);
    service.addListeners(new OwnVariables(variables));
    service.addInitializers(new JsonOnly());
    try {
      return service.run();
    } catch (RuntimeException e) {
      throw new PlatformException(
          configName + " does not start: " + NestedExceptionUtils.getMostSpecificCause(e), e);
    }
  }

  /** Before anybody reads the environment: even its configuration files may depend on it. */
  private record OwnVariables(Map<String, String> variables)
      implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
      event
          .getEnvironment()
          .getPropertySources()
          .addFirst(new MapPropertySource("rapidcall-local", Map.copyOf(variables)));
    }

    @Override
    public int getOrder() {
      return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public String toString() {
      return "OwnVariables" + variables.keySet();
    }
  }
}
