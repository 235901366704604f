package dev.rapidcall.local.sandbox.sound;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;

/** Bare samples of one soft tone: 16 bits, little-endian, one channel. */
public final class PcmTone {

  private static final double PITCH = 440;
  private static final double LOUDNESS = 6000;

  private PcmTone() {}

  /** A tone of that length. */
  public static byte[] lasting(Duration length, int samplesPerSecond) {
    int samples = (int) (length.toMillis() * samplesPerSecond / 1000);
    ByteBuffer bytes = ByteBuffer.allocate(samples * 2).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < samples; i++) {
      bytes.putShort((short) (LOUDNESS * Math.sin(2 * Math.PI * PITCH * i / samplesPerSecond)));
    }
    return bytes.array();
  }
}
