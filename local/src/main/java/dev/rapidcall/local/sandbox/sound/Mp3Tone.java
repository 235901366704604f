package dev.rapidcall.local.sandbox.sound;

import java.time.Duration;

/**
 * An MP3 of a wanted length that can be heard: MPEG-1 Layer III, 48 kHz, mono, 32 kbit/s, four
 * tones in turn. Every frame has one spectral line; a frame is 24 ms and 96 bytes.
 */
public final class Mp3Tone {

  public static final Duration FRAME = Duration.ofMillis(24);

  private static final int FRAME_BYTES = 96;
  private static final int FRAMES_PER_TONE = 20;
  private static final int[] LINES = {10, 13, 15, 20};
  private static final int GLOBAL_GAIN = 198;

  private Mp3Tone() {}

  /** As many frames as fit the length best, at least one. */
  public static byte[] lasting(Duration length) {
    int frames = (int) Math.max(1, Math.round((double) length.toNanos() / FRAME.toNanos()));
    byte[][] tones = new byte[LINES.length][];
    for (int i = 0; i < LINES.length; i++) {
      tones[i] = frame(LINES[i]);
    }
    byte[] file = new byte[frames * FRAME_BYTES];
    for (int i = 0; i < frames; i++) {
      byte[] frame = tones[(i / FRAMES_PER_TONE) % tones.length];
      System.arraycopy(frame, 0, file, i * FRAME_BYTES, FRAME_BYTES);
    }
    return file;
  }

  private static byte[] frame(int line) {
    Bits bits = new Bits(FRAME_BYTES);
    header(bits);
    bits.put(0, 9).put(0, 5).put(0, 4); // no bit reservoir, no private bits, nothing shared
    granuleInfo(bits, line);
    granuleInfo(bits, line);
    granule(bits, line);
    granule(bits, line);
    return bits.bytes(); // the rest of the frame is padding
  }

  private static void header(Bits bits) {
    bits.put(0x7FF, 11); // sync
    bits.put(3, 2).put(1, 2).put(1, 1); // MPEG-1, Layer III, no checksum
    bits.put(1, 4).put(1, 2).put(0, 1).put(0, 1); // 32 kbit/s, 48 kHz, not padded, private
    bits.put(3, 2).put(0, 2).put(0, 1).put(1, 1).put(0, 2); // mono, original, no emphasis
  }

  private static void granuleInfo(Bits bits, int line) {
    bits.put(granuleBits(line), 12).put(line / 2 + 1, 9).put(GLOBAL_GAIN, 8);
    bits.put(0, 4).put(0, 1); // no scale factors, ordinary window
    bits.put(1, 5).put(1, 5).put(1, 5).put(6, 4).put(5, 3); // Huffman table 1 everywhere
    bits.put(0, 1).put(0, 1).put(0, 1);
  }

  private static void granule(Bits bits, int line) {
    for (int pair = 0; pair < line / 2; pair++) {
      bits.put(1, 1); // (0, 0)
    }
    if (line % 2 == 0) {
      bits.put(1, 2); // (1, 0)
    } else {
      bits.put(1, 3); // (0, 1)
    }
    bits.put(0, 1); // positive
  }

  private static int granuleBits(int line) {
    return line / 2 + (line % 2 == 0 ? 2 : 3) + 1;
  }
}
