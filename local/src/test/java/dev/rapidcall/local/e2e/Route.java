package dev.rapidcall.local.e2e;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One line of the table of routes, which says what the columns mean. */
record Route(
    String method,
    String path,
    Door door,
    Works works,
    Statuses unknown,
    Statuses foreign,
    Body body) {
  private static final Pattern LINE =
      Pattern.compile("(\\S+)\\s+(\\S+)\\s+(\\S+)\\s+(\\S+)\\s+(\\S+)\\s+(\\S+)\\s+(.+)");
  private static final Pattern ID = Pattern.compile("\\{(\\w+)}");
  private static final Set<String> READING = Set.of("GET", "HEAD");

  /** Who may come in. */
  enum Door {
    PUBLIC,
    SIGN_IN,
    WEBHOOK,
    AGENT,
    SELF,
    READ,
    WRITE,
    ADMIN;

    boolean isForPeople() {
      return compareTo(SELF) >= 0;
    }

    private static Door of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
  }

  /** What comes of it when all is right. */
  record Works(List<Integer> statuses, String contentType) {
    private static Works of(String text) {
      String[] parts = text.split(":", 2);
      return new Works(
          Stream.of(parts[0].split("/")).map(Integer::valueOf).toList(),
          parts.length == 1 ? "application/json" : parts[1]);
    }
  }

  /** One for each id of the path, or one for all. */
  record Statuses(List<Integer> each) {
    private static Statuses of(String text) {
      return new Statuses(
          text.equals("-") ? List.of() : Stream.of(text.split(",")).map(Integer::valueOf).toList());
    }

    boolean isEmpty() {
      return each.isEmpty();
    }

    int forId(int number) {
      return each.get(Math.min(number, each.size() - 1));
    }
  }

  /** What is sent. */
  record Body(Kind kind, String text) {
    enum Kind {
      NONE,
      JSON,
      OPTIONAL_JSON,
      FORM,
      FILE,
      RAW
    }

    private static Body of(String text) {
      if (text.startsWith("{")) {
        return new Body(Kind.JSON, text);
      }
      if (text.startsWith("?")) {
        return new Body(Kind.OPTIONAL_JSON, text.substring(1));
      }
      int colon = text.indexOf(':');
      return colon < 0
          ? new Body(Kind.NONE, "")
          : new Body(
              Kind.valueOf(text.substring(0, colon).toUpperCase(Locale.ROOT)),
              text.substring(colon + 1));
    }

    boolean isJson() {
      return kind == Kind.JSON || kind == Kind.OPTIONAL_JSON;
    }
  }

  static Route of(String line) {
    Matcher columns = LINE.matcher(line);
    if (!columns.matches()) {
      throw new IllegalArgumentException("No route: " + line);
    }
    return new Route(
        columns.group(1),
        columns.group(2),
        Door.of(columns.group(3)),
        Works.of(columns.group(4)),
        Statuses.of(columns.group(5)),
        Statuses.of(columns.group(6)),
        Body.of(columns.group(7)));
  }

  boolean changes() {
    return !READING.contains(method);
  }

  /** The kinds of the ids in the path, in their order. */
  List<String> ids() {
    List<String> ids = new ArrayList<>();
    Matcher matcher = ID.matcher(path);
    while (matcher.find()) {
      ids.add(matcher.group(1));
    }
    return ids;
  }

  /** Method and path as handler mappings are compared: whatever the ids are called. */
  String shape() {
    return shape(method, path);
  }

  static String shape(String method, String path) {
    int query = path.indexOf('?');
    String bare = query < 0 ? path : path.substring(0, query);
    return method + " " + bare.replaceAll("\\{[^}]*}", "{}");
  }

  /** The same with another body. */
  Route with(@Nullable String json) {
    Body other = json == null ? new Body(Body.Kind.NONE, "") : new Body(Body.Kind.JSON, json);
    return new Route(method, path, door, works, unknown, foreign, other);
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
