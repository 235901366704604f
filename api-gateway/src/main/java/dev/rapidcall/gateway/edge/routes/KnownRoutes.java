package dev.rapidcall.gateway.edge.routes;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/** Asks the dispatcher's own tables, so that no second table can differ from them. */
final class KnownRoutes {
  private static final List<String> METHODS =
      List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");

  private final Supplier<List<HandlerMapping>> tables;

  KnownRoutes(ObjectProvider<HandlerMapping> tables) {
    // filters are made before the tables are
    this.tables = SingletonSupplier.of(() -> tables.orderedStream().toList());
  }

  /** Whether the request is served as it is. */
  boolean serve(HttpServletRequest request) throws ServletException {
    return serve(new ProbedRequest(request, request.getMethod()));
  }

  /** By which methods the path may be asked; none for an unknown path. */
  List<String> methodsOf(HttpServletRequest request) throws ServletException {
    Stream.Builder<String> found = Stream.builder();
    for (String method : METHODS) {
      if (serve(new ProbedRequest(request, method))) {
        found.add(method);
      }
    }
    return found.build().toList();
  }

  private boolean serve(ProbedRequest probe) throws ServletException {
    ServletRequestPathUtils.parseAndCache(probe);
    for (HandlerMapping table : tables.get()) {
      if (serves(table, probe)) {
        return true;
      }
    }
    return false;
  }

  private static boolean serves(HandlerMapping table, ProbedRequest probe) throws ServletException {
    try {
      return table.getHandler(probe) != null;
    } catch (HttpRequestMethodNotSupportedException e) {
      return false;
    } catch (ServletException e) {
      return true; // known, and not content with something else, which it will say itself
    } catch (Exception e) {
      throw new ServletException(e);
    }
  }
}
