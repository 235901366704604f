package dev.rapidcall.calls.lifecycle;

import dev.rapidcall.calls.naming.RandomNames;
import dev.rapidcall.calls.testing.SettableClock;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** A stage for calls, with rooms in memory and a clock that waits. */
@TestConfiguration
@Import({LifecycleFixture.class, ClockFixture.class})
public class StageFixture {

  @Bean
  Stage stage(
      OpenCall openCall,
      RecordFact recordFact,
      RoomsInMemory rooms,
      SettableClock clock,
      RandomNames names) {
    return new Stage(openCall, recordFact, rooms, clock, names);
  }
}
