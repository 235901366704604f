package dev.rapidcall.calls.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An AI provider that answers as it is told, over HTTP. */
public final class ProviderDouble implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final HttpServer server;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private volatile Function<Request, Reply> answer = request -> Reply.of(404, "");

  /** What came in. */
  public record Request(String path, Map<String, List<String>> headers, JsonNode body) {
    public String header(String name) {
      return String.join(",", headers.getOrDefault(name, List.of()));
    }

    /** What the model is told to do. */
    public String instructions() {
      return body.path("messages").path(0).path("content").asString("");
    }

    /** What it is told to do it with. */
    public String material() {
      return body.path("messages").path(1).path("content").asString("");
    }
  }

  /** What goes back. */
  @SuppressWarnings("ArrayRecordComponent")
  public record Reply(int status, byte[] body) {
    public static Reply of(int status, String body) {
      return new Reply(status, body.getBytes(StandardCharsets.UTF_8));
    }

    /** What a model says. */
    public static Reply said(String content) {
      Map<String, Object> message = Map.of("role", "assistant", "content", content);
      return new Reply(
          200, JSON.writeValueAsBytes(Map.of("choices", List.of(Map.of("message", message)))));
    }
  }

  public ProviderDouble() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::take);
    server.start();
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  public void answers(Function<Request, Reply> how) {
    requests.clear();
    answer = how;
  }

  /** Lets every request wait until the double is closed. */
  public void hangs() {
    answers(
        request -> {
          try {
            closed.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return Reply.of(503, "");
        });
  }

  public List<Request> requests() {
    return List.copyOf(requests);
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
  }

  private void take(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    Request request =
        new Request(
            exchange.getRequestURI().getRawPath(),
            Map.copyOf(exchange.getRequestHeaders()),
            JSON.readTree(body.length == 0 ? "{}".getBytes(StandardCharsets.UTF_8) : body));
    requests.add(request);
    Reply reply = answer.apply(request);
    exchange.sendResponseHeaders(
        reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
    exchange.getResponseBody().write(reply.body());
    exchange.close();
  }
}
