package dev.rapidcall.local.sandbox.livekit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** A server that keeps what it is sent and lets tests wait for it. */
final class HttpDouble implements AutoCloseable {

  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

  private final HttpServer server;
  private final List<Received> received = new ArrayList<>();
  private volatile ToIntFunction<Received> status = request -> 200;

  HttpDouble() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::take);
    server.start();
  }

  URI url(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  /** What it answers from now on. */
  void answer(ToIntFunction<Received> other) {
    status = other;
  }

  synchronized List<Received> all() {
    return List.copyOf(received);
  }

  /** The requests so far that fit, once there are so many. */
  synchronized List<Received> await(int count, Predicate<Received> wanted) {
    long end = System.nanoTime() + PATIENCE;
    while (true) {
      List<Received> fitting = received.stream().filter(wanted).toList();
      if (fitting.size() >= count) {
        return fitting;
      }
      waitUntil(end, count);
    }
  }

  Received await(Predicate<Received> wanted) {
    return await(1, wanted).getFirst();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void waitUntil(long end, int count) {
    long left = end - System.nanoTime();
    if (left <= 0) {
      String paths = received.stream().map(Received::path).collect(Collectors.joining(", "));
      throw new AssertionError("waited in vain for %d requests; came: %s".formatted(count, paths));
    }
    try {
      TimeUnit.NANOSECONDS.timedWait(this, left);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  private void take(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Map<String, String> headers =
        exchange.getRequestHeaders().entrySet().stream()
            .collect(
                Collectors.toMap(
                    header -> header.getKey().toLowerCase(Locale.ROOT),
                    header -> header.getValue().getFirst()));
    Received request =
        new Received(
            exchange.getRequestMethod(), exchange.getRequestURI().getPath(), headers, body);
    int answer = status.applyAsInt(request);
    synchronized (this) {
      received.add(request);
      notifyAll();
    }
    exchange.sendResponseHeaders(answer, -1);
    exchange.close();
  }
}
