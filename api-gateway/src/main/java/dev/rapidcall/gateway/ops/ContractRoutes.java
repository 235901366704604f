package dev.rapidcall.gateway.ops;

import dev.rapidcall.service.web.MatchedRoutes;
import dev.rapidcall.service.web.RequestRoutes;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Names a request by the API's own template, whoever answers it: also when the edge refuses it and
 * when its owner is away.
 */
final class ContractRoutes implements RequestRoutes {
  private static final String TABLE = "dev/rapidcall/gateway/ops/routes.txt";
  private static final String NAME = ContractRoutes.class.getName();

  private final RequestRoutes otherwise = new MatchedRoutes();
  private final List<PathPattern> patterns;

  private ContractRoutes(List<PathPattern> patterns) {
    this.patterns = patterns;
  }

  static ContractRoutes read() {
    try {
      String table = new ClassPathResource(TABLE).getContentAsString(StandardCharsets.UTF_8);
      return new ContractRoutes(
          table
              .lines()
              .filter(line -> line.startsWith("/"))
              .map(line -> PathPatternParser.defaultInstance.parse(pattern(line)))
              .sorted()
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String of(HttpServletRequest request) {
    if (request.getAttribute(NAME) instanceof String known) {
      return known;
    }
    String name = find(request);
    request.setAttribute(NAME, name);
    return name;
  }

  private String find(HttpServletRequest request) {
    PathContainer path = PathContainer.parsePath(request.getRequestURI());
    return patterns.stream()
        .filter(pattern -> pattern.matches(path))
        .findFirst()
        .map(ContractRoutes::name)
        .orElseGet(() -> otherwise.of(request));
  }

  private static String pattern(String name) {
    return name.strip().replaceAll(":(\\w+)", "{$1}");
  }

  private static String name(PathPattern pattern) {
    return pattern.getPatternString().replaceAll("\\{(\\w+)}", ":$1");
  }
}
