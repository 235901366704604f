package dev.rapidcall.gateway.edge;

import dev.rapidcall.service.errors.ApiException;
import dev.rapidcall.service.errors.ApiException.BadRequest;
import dev.rapidcall.service.errors.ApiException.TooLarge;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;

/**
 * A request whose body ends with an error where the limit is passed. What goes wrong in reading is
 * the sender's doing or his network's, and is told so to whoever reads.
 */
final class LimitedRequest extends HttpServletRequestWrapper {
  private static final Logger log = LoggerFactory.getLogger(LimitedRequest.class);

  private final long limit;
  private final BodyDeadline deadline;
  private final IntConsumer count;
  private @Nullable ServletInputStream body;

  /**
   * @param count is told of each piece that was read
   */
  LimitedRequest(HttpServletRequest request, long limit, BodyDeadline deadline, IntConsumer count) {
    super(request);
    this.limit = limit;
    this.deadline = deadline;
    this.count = count;
  }

  static TooLarge tooLarge() {
    return new TooLarge("Request body too large");
  }

  @Override
  public ServletInputStream getInputStream() throws IOException {
    if (body == null) {
      body = new LimitedStream(super.getInputStream());
    }
    return body;
  }

  private static ApiException brokenOff(IOException problem) {
    log.debug("a body broke off: {}", problem.toString());
    return NestedExceptionUtils.getMostSpecificCause(problem) instanceof SocketTimeoutException
        ? BodyDeadline.tooSlow()
        : new BadRequest("Request body broke off");
  }

  private final class LimitedStream extends ServletInputStream {
    private final ServletInputStream source;
    private long left = limit;

    LimitedStream(ServletInputStream source) {
      this.source = source;
    }

    @Override
    public int read() {
      deadline.check();
      try {
        int octet = source.read();
        took(octet < 0 ? 0 : 1);
        return octet;
      } catch (IOException e) {
        throw brokenOff(e);
      }
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      deadline.check();
      try {
        int read = source.read(buffer, offset, length);
        took(Math.max(read, 0));
        return read;
      } catch (IOException e) {
        throw brokenOff(e);
      }
    }

    private void took(int read) {
      left -= read;
      if (left < 0) {
        throw tooLarge();
      }
      count.accept(read);
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
