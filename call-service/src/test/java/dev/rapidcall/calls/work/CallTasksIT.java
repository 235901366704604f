package dev.rapidcall.calls.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.calls.testing.AfterCallsIT;
import dev.rapidcall.events.CallId;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class CallTasksIT extends AfterCallsIT {
  private static final List<String> KINDS = List.of("one", "other");

  @Autowired CallTasks tasks;
  @Autowired TaskSettings settings;
  @Autowired OldestTask oldestTask;
  @Autowired MeterRegistry meters;
  @Autowired Clock time;

  @Test
  void aWorkerThatComesBackFromTheDeadChangesNothing() {
    CallId call = stage.webCall(OURS, agentWith("{}")).id();
    tasks.plan(call, "one");
    stage.pass(Duration.ofMinutes(1));
    CallTask zombie = tasks.claim(KINDS, 1).getFirst();
    stage.pass(settings.lease().plusSeconds(1));
    CallTask living = tasks.claim(KINDS, 1).getFirst();

    assertThat(tasks.tryAgain(zombie)).isTrue();
    tasks.waitUntil(zombie, time.instant());
    stage.pass(Duration.ofSeconds(30));
    assertThat(tasks.claim(KINDS, 1)).as("the living one still has it").isEmpty();

    tasks.done(zombie);
    stage.pass(settings.lease());
    CallTask next = tasks.claim(KINDS, 1).getFirst();
    assertThat(next.attempt()).isEqualTo(living.attempt() + 1);
    tasks.done(next);
    stage.pass(Duration.ofHours(2));
    assertThat(tasks.claim(KINDS, 1)).isEmpty();
  }

  @Test
  void theOldestIsTakenFirstOfWhateverKind() {
    CallId call = stage.webCall(OURS, agentWith("{}")).id();
    tasks.plan(call, "other");
    stage.pass(Duration.ofSeconds(1));
    tasks.plan(call, "one");
    stage.pass(Duration.ofMinutes(1));

    assertThat(tasks.claim(KINDS, 1)).extracting(CallTask::kind).containsExactly("other");
    assertThat(tasks.claim(KINDS, 10)).extracting(CallTask::kind).containsExactly("one");
  }

  @Test
  void thereIsAMeterOfHowLongTheOldestWaits() {
    oldestTask.look();
    assertThat(age()).isZero();
    tasks.plan(stage.webCall(OURS, agentWith("{}")).id(), "one");

    stage.pass(settings.quiet().plusSeconds(90));
    oldestTask.look();

    assertThat(age()).isEqualTo(90);
  }

  @Test
  void tasksHaveAShareOfTheModel() {
    assertThat(settings.modelAtOnce()).isEqualTo(16);
    assertThat(settings.atOnce()).isEqualTo(12);
  }

  private double age() {
    return meters.get("rapidcall.tasks.oldest.due").gauge().value();
  }
}
