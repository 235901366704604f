package dev.rapidcall.local.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** All routes. */
final class RouteTable {
  static final List<Route> ALL = read();

  private RouteTable() {}

  private static List<Route> read() {
    try (InputStream table =
        Objects.requireNonNull(RouteTable.class.getResourceAsStream("/contract/routes.txt"))) {
      return new String(table.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(Route::of)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
