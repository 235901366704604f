package dev.rapidcall.calls.lifecycle;

import dev.rapidcall.calls.testing.SettableClock;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A clock that waits for the test. */
@TestConfiguration
class ClockFixture {

  @Bean
  @Primary
  SettableClock settableClock() {
    return new SettableClock(Story.OPENED);
  }
}
