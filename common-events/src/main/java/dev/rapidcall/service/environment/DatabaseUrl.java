package dev.rapidcall.service.environment;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code DATABASE_URL} taken apart. Its parts are percent-encoded; several hosts, separated by
 * commas, are allowed.
 */
record DatabaseUrl(
    String hosts,
    String database,
    @Nullable Secret username,
    @Nullable Secret password,
    Map<String, String> parameters) {

  static final String EXPECTED =
      "postgresql://user:password@host:port/database or jdbc:postgresql://host:port/database";

  private static final Pattern FORM =
      Pattern.compile(
          "(?:jdbc:)?postgres(?:ql)?://(?:(?<userinfo>.*)@)?(?<hosts>[^/?#@\\s]+)/(?<database>[^/?#\\s]+)(?:\\?(?<query>[^#\\s]*))?");
  private static final Pattern HOST =
      Pattern.compile("(?:[\\w.-]+|\\[[0-9A-Fa-f:.]+])(?::\\d{1,5})?");

  /** A server that is away, or a network that swallows everything, is noticed. */
  private static final Map<String, String> CONNECTION =
      Map.of("connectTimeout", "5", "tcpKeepAlive", "true");

  /**
   * Each wait for an answer has an end, or one lock in the database would in time hold every
   * connection of the pool. The server gives up before the socket does.
   */
  private static final Map<String, String> WAITS =
      Map.of(
          "socketTimeout",
          "30",
          "options",
          "-c statement_timeout=10s -c lock_timeout=5s -c idle_in_transaction_session_timeout=60s");

  static boolean isValid(String text) {
    return parse(text).isPresent();
  }

  /** The parts, or empty when the text is no address of a Postgres database. */
  static Optional<DatabaseUrl> parse(String text) {
    Matcher form = FORM.matcher(text.trim());
    if (!form.matches()) {
      return Optional.empty();
    }
    for (String host : form.group("hosts").split(",", -1)) {
      if (!HOST.matcher(host).matches()) {
        return Optional.empty();
      }
    }
    try {
      return Optional.of(of(form));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * The address in the driver's form, without user and password. What it says of time-outs itself
   * stays.
   *
   * @param ssl {@code true}, {@code require}, {@code false}, or null for what the URL itself says
   */
  String jdbcUrl(@Nullable String ssl, String schema, String applicationName) {
    Map<String, String> all = named(schema, applicationName);
    WAITS.forEach(all::putIfAbsent);
    return jdbcUrl(all, ssl);
  }

  /** The same for changes of the schema, which may take long. */
  String patientJdbcUrl(@Nullable String ssl, String schema, String applicationName) {
    Map<String, String> all = named(schema, applicationName);
    WAITS.keySet().forEach(all::remove);
    return jdbcUrl(all, ssl);
  }

  private Map<String, String> named(String schema, String applicationName) {
    Map<String, String> all = new LinkedHashMap<>(parameters);
    all.putIfAbsent("currentSchema", schema);
    all.putIfAbsent("ApplicationName", applicationName);
    CONNECTION.forEach(all::putIfAbsent);
    return all;
  }

  private String jdbcUrl(Map<String, String> all, @Nullable String ssl) {
    if (ssl != null || !all.containsKey("sslmode")) {
      all.putAll(sslParameters(ssl == null ? "true" : ssl));
    }
    return all.entrySet().stream()
        .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
        .collect(
            Collectors.joining(
                "&", "jdbc:postgresql://" + hosts + "/" + encode(database) + "?", ""));
  }

  private static Map<String, String> sslParameters(String ssl) {
    return switch (ssl) {
      case "false" -> Map.of("sslmode", "disable");
      case "require" -> Map.of("sslmode", "require");
      default ->
          Map.of(
              "sslmode", "verify-full", "sslfactory", "org.postgresql.ssl.DefaultJavaSSLFactory");
    };
  }

  private static DatabaseUrl of(Matcher form) {
    Map<String, String> parameters = parameters(form.group("query"));
    String username = parameters.remove("user");
    String password = parameters.remove("password");
    String userinfo = form.group("userinfo");
    if (userinfo != null) {
      int colon = userinfo.indexOf(':');
      username = decode(colon < 0 ? userinfo : userinfo.substring(0, colon));
      password = colon < 0 ? password : decode(userinfo.substring(colon + 1));
    }
    return new DatabaseUrl(
        form.group("hosts"),
        decode(form.group("database")),
        username == null ? null : new Secret(username),
        password == null ? null : new Secret(password),
        parameters);
  }

  private static Map<String, String> parameters(@Nullable String query) {
    Map<String, String> parameters = new LinkedHashMap<>();
    if (query != null) {
      for (String pair : query.split("&")) {
        int equals = pair.indexOf('=');
        if (equals > 0) {
          parameters.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
        }
      }
    }
    return parameters;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
