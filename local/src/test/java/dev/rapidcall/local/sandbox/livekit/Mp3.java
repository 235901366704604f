package dev.rapidcall.local.sandbox.livekit;

/** An MP3 read back frame by frame; anything that is no frame is an error. */
record Mp3(int frames, int size) {

  static final long NANOS_PER_FRAME = 24_000_000;

  static Mp3 read(byte[] file) {
    int frames = 0;
    int at = 0;
    while (at < file.length) {
      int header =
          (file[at] & 0xFF) << 24
              | (file[at + 1] & 0xFF) << 16
              | (file[at + 2] & 0xFF) << 8
              | (file[at + 3] & 0xFF);
      check(header >>> 21 == 0x7FF, "frame sync", at);
      check((header >> 19 & 3) == 3, "MPEG-1", at);
      check((header >> 17 & 3) == 1, "Layer III", at);
      check((header >> 12 & 15) == 1, "32 kbit/s", at);
      check((header >> 10 & 3) == 1, "48 kHz", at);
      at += 144 * 32_000 / 48_000 + (header >> 9 & 1);
      frames++;
    }
    check(at == file.length, "whole frames", at);
    return new Mp3(frames, file.length);
  }

  long nanos() {
    return frames * NANOS_PER_FRAME;
  }

  private static void check(boolean right, String what, int at) {
    if (!right) {
      throw new AssertionError("no " + what + " at byte " + at);
    }
  }
}
