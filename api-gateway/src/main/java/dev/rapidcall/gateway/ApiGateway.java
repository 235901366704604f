package dev.rapidcall.gateway;

import dev.rapidcall.service.ServiceApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The one door: who comes in, and where to. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
@EnableScheduling
public class ApiGateway {

  static void main(String[] arguments) {
    ServiceApplication.run(ApiGateway.class, "api-gateway", arguments);
  }
}
