package dev.rapidcall.service.errors;

import java.io.IOException;
import java.util.Map;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers what Tomcat refuses before any filter sees it, such as a malformed address; without this
 * it would be a page of HTML. Tomcat makes it by its name.
 */
public final class JsonErrorValve extends ErrorReportValve {

  @Override
  protected void report(Request request, Response response, @Nullable Throwable problem) {
    int status = response.getStatus();
    if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
      return;
    }
    ResponseEntity<Map<String, Object>> answer =
        ErrorBody.of(request.getRequest(), status, ErrorPage.words(status));
    response.setContentType(String.valueOf(answer.getHeaders().getContentType()));
    try {
      response.getOutputStream().write(JsonMapper.shared().writeValueAsBytes(answer.getBody()));
      response.finishResponse();
    } catch (IOException e) {
      container.getLogger().debug("client went away", e);
    }
  }
}
