package dev.rapidcall.calls.lifecycle;

import dev.rapidcall.calls.testing.SettableClock;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** Rooms in memory. */
@TestConfiguration
class LifecycleFixture {

  @Bean
  @Primary
  RoomsInMemory roomsInMemory() {
    return new RoomsInMemory();
  }

  /** And a clock that waits for the test. */
  @TestConfiguration
  @Import(LifecycleFixture.class)
  static class WithClock {

    @Bean
    @Primary
    SettableClock settableClock() {
      return new SettableClock(Story.OPENED);
    }
  }
}
