package dev.rapidcall.service.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.springframework.web.servlet.HandlerMapping;

/** The pattern by which the dispatcher found who handles the request. */
public final class MatchedRoutes implements RequestRoutes {
  private static final Pattern VARIABLE = Pattern.compile("\\{\\*?([^}:]+)[^}]*}");

  @Override
  public String of(HttpServletRequest request) {
    Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    return pattern == null
        ? UNKNOWN
        : VARIABLE.matcher(pattern.toString()).replaceAll(":$1").replace("**", "*");
  }
}
