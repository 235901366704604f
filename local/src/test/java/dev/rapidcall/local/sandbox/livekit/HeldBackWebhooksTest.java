package dev.rapidcall.local.sandbox.livekit;

import static dev.rapidcall.local.sandbox.livekit.SandboxRig.answer;
import static dev.rapidcall.local.sandbox.livekit.SandboxRig.execute;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.local.sandbox.livekit.time.Timings;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Time stands still until the test lets it pass. */
class HeldBackWebhooksTest {

  private final Instant start = Instant.now();
  private final ManualTimers timers = new ManualTimers(start);
  private final SandboxRig rig = new SandboxRig(Timings.quick(), timers.clock(), timers);

  @AfterEach
  void stop() {
    rig.close();
  }

  @Test
  void aDelayedWebhookIsOvertakenByLaterOnes() {
    rig.controlled(
        "PUT", "/sandbox/faults", "{\"webhooks\":{\"delayMs\":200,\"only\":[\"room_started\"]}}");
    answer(rig.rooms().createRoom("call-a"));
    assertThat(execute(rig.rooms().deleteRoom("call-a")).code()).isEqualTo(200);
    rig.awaitWebhook("room_finished", "call-a");
    timers.advanceTo(start.plusMillis(200));

    rig.awaitWebhook("room_started", "call-a");
    assertThat(rig.webhookNames()).containsExactly("room_finished", "room_started");
  }

  @Test
  void shuffledWebhooksAllComeInTheEnd() {
    rig.controlled(
        "PUT", "/sandbox/faults", "{\"seed\":7,\"webhooks\":{\"shuffle\":300,\"repeat\":2}}");
    for (int i = 0; i < 5; i++) {
      answer(rig.rooms().createRoom("call-" + i));
    }
    assertThat(rig.webhooks.all()).isEmpty();
    timers.advanceTo(start.plusMillis(300));

    assertThat(rig.webhooks.await(10, request -> true)).hasSize(10);
  }
}
