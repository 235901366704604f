package dev.rapidcall.gateway.requests;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.HttpHeaders;

/** A request with a body that was read already. */
public final class HeldBody extends ChangedHeaders {
  private final byte[] body;

  /** The body and the headers stand in the place of those that came. */
  public HeldBody(HttpServletRequest request, byte[] body, Map<String, String> headers) {
    super(request, withLength(request, body, headers));
    this.body = body;
  }

  @Override
  public ServletInputStream getInputStream() {
    return new Octets(body);
  }

  @Override
  public BufferedReader getReader() {
    return new BufferedReader(
        new InputStreamReader(new ByteArrayInputStream(body), StandardCharsets.UTF_8));
  }

  @Override
  public int getContentLength() {
    return body.length;
  }

  @Override
  public long getContentLengthLong() {
    return body.length;
  }

  /** Only where a length was said, or the body would have two lengths. */
  private static Map<String, String> withLength(
      HttpServletRequest request, byte[] body, Map<String, String> headers) {
    Map<String, String> all = new TreeMap<>(headers);
    if (request.getHeader(HttpHeaders.CONTENT_LENGTH) != null) {
      all.put(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length));
    }
    return all;
  }

  private static final class Octets extends ServletInputStream {
    private final ByteArrayInputStream source;

    Octets(byte[] body) {
      source = new ByteArrayInputStream(body);
    }

    @Override
    public int read() {
      return source.read();
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      return source.read(buffer, offset, length);
    }

    @Override
    public boolean isFinished() {
      return source.available() == 0;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new UnsupportedOperationException("the body is there, read it");
    }
  }
}
