package dev.rapidcall.gateway.edge;

import dev.rapidcall.service.web.RequestId;
import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * What Tomcat refuses itself, such as an address that cannot be decoded, meets none of our filters;
 * here it gets the headers that they would have given it.
 */
final class RefusedRequestValve extends ValveBase {
  private final CorsHeaders cors;

  RefusedRequestValve(EdgeSettings settings) {
    super(true);
    this.cors = new CorsHeaders(settings);
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    if (response.getStatus() >= 400) {
      // not its facade, which takes nothing more after an error
      cors.write(request.getRequest(), response);
      SecurityHeaders.write(request.getRequest(), response);
      response.setHeader(RequestId.HEADER, RequestId.of(request.getRequest()));
    }
    getNext().invoke(request, response);
  }
}
