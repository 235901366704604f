package dev.rapidcall.gateway.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A small HTTP server in the place of an owner; it speaks the owner's wire and remembers. */
public final class StandInOwner {
  private final HttpServer server;
  private final List<Seen> seen = new CopyOnWriteArrayList<>();
  private final Map<String, Behaviour> behaviours = new ConcurrentHashMap<>();
  private final Map<String, HttpHandler> readers = new ConcurrentHashMap<>();

  /** Starts it on a free port. */
  public StandInOwner() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  /** A request as it arrived. */
  public record Seen(
      String method, String path, String query, Map<String, List<String>> headers, byte[] body) {

    /** The first value of a header, empty if it is not there. */
    public String header(String name) {
      return headers.entrySet().stream()
          .filter(header -> header.getKey().equalsIgnoreCase(name))
          .map(header -> header.getValue().getFirst())
          .findFirst()
          .orElse("");
    }
  }

  /** How a path is served. */
  @FunctionalInterface
  public interface Behaviour {
    /** Answers; the request's body was read already. */
    void serve(HttpExchange exchange, Seen request) throws IOException;
  }

  /** Where it is. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Serves a path from now on. */
  public StandInOwner at(String path, Behaviour behaviour) {
    behaviours.put(path, behaviour);
    return this;
  }

  /** Lets a path read the request's body itself, while it comes; it is not remembered. */
  public StandInOwner reading(String path, HttpHandler reader) {
    readers.put(path, reader);
    return this;
  }

  /** Answers JSON at a path from now on. */
  public StandInOwner json(String path, int status, String body) {
    return at(path, (exchange, request) -> answer(exchange, status, body));
  }

  /** Sends a JSON answer. */
  public static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.getResponseHeaders().set("Content-Length", Integer.toString(bytes.length));
      exchange.sendResponseHeaders(status, -1);
      return;
    }
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  /** Closes the connection without an answer, or in the middle of it. */
  public static void breakOff(HttpExchange exchange) throws IOException {
    throw new IOException("broken off on purpose: " + exchange.getRequestURI());
  }

  /** What came to a path so far. */
  public List<Seen> seenAt(String path) {
    return seen.stream().filter(request -> request.path().equals(path)).toList();
  }

  /** Not closed when it fails: the server then breaks the connection, closing would end it well. */
  private void handle(HttpExchange exchange) throws IOException {
    serve(exchange);
    exchange.close();
  }

  private void serve(HttpExchange exchange) throws IOException {
    URI uri = exchange.getRequestURI();
    HttpHandler reader = readers.get(uri.getPath());
    if (reader != null) {
      reader.handle(exchange);
      return;
    }
    String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
    Seen request =
        new Seen(
            exchange.getRequestMethod(),
            uri.getPath(),
            query,
            Map.copyOf(exchange.getRequestHeaders()),
            exchange.getRequestBody().readAllBytes());
    seen.add(request);
    behaviours
        .getOrDefault(
            request.path(), (to, from) -> answer(to, 404, "{\"error\":\"Call not found\"}"))
        .serve(exchange, request);
  }
}
