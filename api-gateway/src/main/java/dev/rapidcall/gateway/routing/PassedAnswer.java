package dev.rapidcall.gateway.routing;

import dev.rapidcall.service.errors.ApiException.Unavailable;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.coyote.CloseNowException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * An owner's answer on its way out. One that breaks off in the middle must look so to its reader
 * too, so the connection ends with it: an error behind half an answer would be taken for the rest.
 */
record PassedAnswer(URI owner, ServerResponse answer) implements ServerResponse {
  private static final Logger log = LoggerFactory.getLogger(PassedAnswer.class);
  private static final int RETRY_AFTER_SECONDS = 2;

  @Override
  public @Nullable ModelAndView writeTo(
      HttpServletRequest request, HttpServletResponse response, Context context)
      throws ServletException, IOException {
    try {
      return answer.writeTo(request, response, context);
    } catch (ServletException | IOException | RuntimeException e) {
      Throwable cause = NestedExceptionUtils.getMostSpecificCause(e);
      if (isOfTheReader(e)) {
        log.debug("a reader went away: {}", cause.toString());
        throw new CloseNowException("the reader went away");
      }
      log.warn("{} broke off its answer: {}", owner, cause.toString());
      if (response.isCommitted()) {
        throw new CloseNowException("the answer broke off");
      }
      response.resetBuffer();
      response.setContentLengthLong(-1);
      throw new Unavailable("Temporarily unavailable, try again", RETRY_AFTER_SECONDS);
    }
  }

  private static boolean isOfTheReader(Throwable failure) {
    for (Throwable link = failure; link != null; link = link.getCause()) {
      if (link instanceof ClientAbortException) {
        return true;
      }
    }
    return false;
  }

  @Override
  public HttpStatusCode statusCode() {
    return answer.statusCode();
  }

  @Override
  public HttpHeaders headers() {
    return answer.headers();
  }

  @Override
  public MultiValueMap<String, Cookie> cookies() {
    return answer.cookies();
  }
}
