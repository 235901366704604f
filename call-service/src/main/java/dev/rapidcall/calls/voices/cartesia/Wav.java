package dev.rapidcall.calls.voices.cartesia;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Puts the 44 bytes of a WAV header before 16-bit samples of one channel. */
final class Wav {
  private static final int HEADER = 44;
  private static final int BYTES_PER_SAMPLE = 2;

  private Wav() {}

  static byte[] of(byte[] samples, int samplesPerSecond) {
    return ByteBuffer.allocate(HEADER + samples.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(ascii("RIFF"))
        .putInt(HEADER - 8 + samples.length)
        .put(ascii("WAVE"))
        .put(ascii("fmt "))
        .putInt(16)
        .putShort((short) 1) // plain PCM
        .putShort((short) 1)
        .putInt(samplesPerSecond)
        .putInt(samplesPerSecond * BYTES_PER_SAMPLE)
        .putShort((short) BYTES_PER_SAMPLE)
        .putShort((short) (BYTES_PER_SAMPLE * 8))
        .put(ascii("data"))
        .putInt(samples.length)
        .put(samples)
        .array();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
