package dev.rapidcall.local.sandbox.sound;

/** Bytes written bit by bit, the most significant first. */
final class Bits {

  private final byte[] bytes;
  private int position;

  Bits(int length) {
    this.bytes = new byte[length];
  }

  Bits put(int value, int width) {
    for (int bit = width - 1; bit >= 0; bit--) {
      if ((value >> bit & 1) == 1) {
        bytes[position / 8] |= (byte) (0x80 >> position % 8);
      }
      position++;
    }
    return this;
  }

  byte[] bytes() {
    return bytes.clone();
  }
}
