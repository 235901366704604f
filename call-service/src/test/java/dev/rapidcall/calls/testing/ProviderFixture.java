package dev.rapidcall.calls.testing;

import dev.rapidcall.calls.transfer.PhonesInMemory;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** One double in the place of every AI provider, and phones in memory. */
@TestConfiguration
public class ProviderFixture {

  @Bean
  ProviderDouble providerDouble() {
    return new ProviderDouble();
  }

  @Bean
  DynamicPropertyRegistrar providersAreAtTheDouble(ProviderDouble provider) {
    return registry -> {
      registry.add("OPENAI_BASE_URL", () -> provider.url() + "/v1");
      registry.add("ELEVENLABS_BASE_URL", provider::url);
      registry.add("CARTESIA_BASE_URL", provider::url);
    };
  }

  @Bean
  @Primary
  PhonesInMemory phonesInMemory() {
    return new PhonesInMemory();
  }
}
