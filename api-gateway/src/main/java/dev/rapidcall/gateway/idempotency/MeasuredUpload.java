package dev.rapidcall.gateway.idempotency;

import dev.rapidcall.gateway.requests.ChangedHeaders;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An upload whose body is digested while it is passed on. */
final class MeasuredUpload extends ChangedHeaders {
  private final MessageDigest digest = Fingerprint.digest();
  private final Runnable whileItComes;
  private boolean ended;

  /**
   * @param whileItComes is run for each piece
   */
  MeasuredUpload(HttpServletRequest request, Map<String, String> headers, Runnable whileItComes) {
    super(request, headers);
    this.whileItComes = whileItComes;
  }

  @Override
  public ServletInputStream getInputStream() throws IOException {
    return new Octets(super.getInputStream());
  }

  /** Null if somebody answered without reading all of it. */
  @Nullable String bodyHash() {
    return ended ? HexFormat.of().formatHex(digest.digest()) : null;
  }

  /** The hash of a body that nobody wants to have again. */
  static String bodyHashOf(HttpServletRequest request) throws IOException {
    MessageDigest digest = Fingerprint.digest();
    try (InputStream body = new DigestInputStream(request.getInputStream(), digest)) {
      body.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private final class Octets extends ServletInputStream {
    private final ServletInputStream source;

    Octets(ServletInputStream source) {
      this.source = source;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int count = source.read(buffer, offset, length);
      if (count < 0) {
        ended = true;
      } else {
        digest.update(buffer, offset, count);
        whileItComes.run();
      }
      return count;
    }

    @Override
    public boolean isFinished() {
      return source.isFinished();
    }

    @Override
    public boolean isReady() {
      return source.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      source.setReadListener(listener);
    }
  }
}
