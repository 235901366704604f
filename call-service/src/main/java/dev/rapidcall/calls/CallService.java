package dev.rapidcall.calls;

import dev.rapidcall.service.ServiceApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Agents and calls. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class CallService {

  /** Starts the service. */
  public static void main(String[] arguments) {
    ServiceApplication.run(CallService.class, "call-service", arguments);
  }
}
