package dev.rapidcall.local.sandbox.sound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class Mp3ToneTest {

  @Test
  void lastsAsLongAsWanted() {
    byte[] file = Mp3Tone.lasting(Duration.ofSeconds(12));

    assertThat(file).hasSize(500 * 96);
  }

  @Test
  void hasAtLeastOneFrame() {
    assertThat(Mp3Tone.lasting(Duration.ZERO)).hasSize(96).startsWith(0xFF, 0xFB, 0x14);
  }
}
