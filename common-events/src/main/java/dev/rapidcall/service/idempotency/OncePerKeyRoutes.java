package dev.rapidcall.service.idempotency;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/** Asks the dispatcher's own table which requests go to a method that says {@link OncePerKey}. */
final class OncePerKeyRoutes {
  private final ObjectProvider<RequestMappingHandlerMapping> table; // filters are made before it

  OncePerKeyRoutes(ObjectProvider<RequestMappingHandlerMapping> table) {
    this.table = table;
  }

  boolean include(HttpServletRequest request) {
    ServletRequestPathUtils.parseAndCache(request);
    try {
      HandlerExecutionChain found = table.getObject().getHandler(request);
      return found != null
          && found.getHandler() instanceof HandlerMethod method
          && method.hasMethodAnnotation(OncePerKey.class);
    } catch (Exception e) {
      return false; // nobody serves it so, which the dispatcher will say
    }
  }
}
