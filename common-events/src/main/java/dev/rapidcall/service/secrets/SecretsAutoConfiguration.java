package dev.rapidcall.service.secrets;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

@AutoConfiguration
class SecretsAutoConfiguration {

  @Bean
  SecretUses secretUses(ObjectProvider<MeterRegistry> meters, Clock clock) {
    return new SecretUses(meters.getIfAvailable(SimpleMeterRegistry::new), clock);
  }
}
