package dev.rapidcall.gateway.requests;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** A request with some headers in the place of those that came. */
public class ChangedHeaders extends HttpServletRequestWrapper {
  private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  /** Takes the given headers for the request's own. */
  public ChangedHeaders(HttpServletRequest request, Map<String, String> headers) {
    super(request);
    this.headers.putAll(headers);
  }

  @Override
  public @Nullable String getContentType() {
    return getHeader(HttpHeaders.CONTENT_TYPE);
  }

  @Override
  public @Nullable String getHeader(String name) {
    String ours = headers.get(name);
    return ours == null ? super.getHeader(name) : ours;
  }

  @Override
  public Enumeration<String> getHeaders(String name) {
    String ours = headers.get(name);
    return ours == null ? super.getHeaders(name) : Collections.enumeration(Set.of(ours));
  }

  @Override
  public Enumeration<String> getHeaderNames() {
    Set<String> names = new LinkedHashSet<>();
    super.getHeaderNames().asIterator().forEachRemaining(name -> names.add(lower(name)));
    headers.keySet().forEach(name -> names.add(lower(name)));
    return Collections.enumeration(names);
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
