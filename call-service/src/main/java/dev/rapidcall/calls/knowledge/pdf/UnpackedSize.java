package dev.rapidcall.calls.knowledge.pdf;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/**
 * Tells a file with a packed part that is out of all proportion, also one that is packed several
 * times, before PDFBox unpacks that part in memory.
 */
final class UnpackedSize {
  private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);
  private static final long MOST = 128L * 1024 * 1024;
  private static final int LAYERS = 3;
  private static final int PIECE = 64 * 1024;

  private UnpackedSize() {}

  static boolean isTooLarge(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      ByteBuffer bytes = channel.map(MapMode.READ_ONLY, 0, channel.size());
      for (int at = 0; at < bytes.limit() - STREAM.length; at++) {
        if (isStream(bytes, at) && isTooLarge(channel, begin(bytes, at + STREAM.length))) {
          return true;
        }
      }
      return false;
    }
  }

  private static boolean isStream(ByteBuffer bytes, int at) {
    for (int i = 0; i < STREAM.length; i++) {
      if (bytes.get(at + i) != STREAM[i]) {
        return false;
      }
    }
    return true;
  }

  private static int begin(ByteBuffer bytes, int afterWord) {
    int begin = afterWord;
    while (begin < bytes.limit() && (bytes.get(begin) == '\r' || bytes.get(begin) == '\n')) {
      begin++;
    }
    return begin;
  }

  private static boolean isTooLarge(FileChannel file, int begin) throws IOException {
    for (int layers = 1; layers <= LAYERS; layers++) {
      InputStream part = new BufferedInputStream(Channels.newInputStream(file.position(begin)));
      for (int layer = 0; layer < layers; layer++) {
        part = new InflaterInputStream(part);
      }
      long size = size(part);
      if (size == 0 || size > MOST) {
        return size > MOST;
      }
    }
    return false;
  }

  /** Stops counting where it is more than enough; what is not packed this way counts nothing. */
  private static long size(InputStream part) throws IOException {
    byte[] piece = new byte[PIECE];
    long size = 0;
    try {
      int read = part.read(piece);
      while (read > 0 && size <= MOST) {
        size += read;
        read = part.read(piece);
      }
      return size;
    } catch (ZipException | EOFException e) {
      return size;
    }
  }
}
