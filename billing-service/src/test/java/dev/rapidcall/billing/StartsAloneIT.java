package dev.rapidcall.billing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.testing.RapidCallIT;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.client.RestClient;

@RapidCallIT(classes = BillingService.class, properties = "spring.config.name=billing-service")
class StartsAloneIT {
  @LocalServerPort private int port;

  @Test
  void isHealthyWithNothingButADatabaseAndABroker() {
    RestClient client = RestClient.create("http://localhost:" + port);

    assertThat(client.get().uri("/health").retrieve().body(String.class)).contains("true");
    assertThat(client.get().uri("/actuator/health").retrieve().body(String.class)).contains("UP");
  }
}
