package dev.rapidcall.calls.lifecycle;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Rooms in memory. */
@TestConfiguration
public class LifecycleFixture {

  @Bean
  @Primary
  RoomsInMemory roomsInMemory() {
    return new RoomsInMemory();
  }
}
