package dev.rapidcall.recordings.egress.livekit;

import com.google.protobuf.Message;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.rapidcall.events.CallLifecycleEvent.EgressReported;
import dev.rapidcall.events.RoomName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.text.ParseException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import livekit.LivekitEgress.EgressInfo;
import livekit.LivekitEgress.EgressStatus;
import livekit.LivekitEgress.ListEgressRequest;
import livekit.LivekitEgress.ListEgressResponse;
import livekit.LivekitEgress.RoomCompositeEgressRequest;
import livekit.LivekitEgress.StopEgressRequest;

/** LiveKit's egress API over HTTP and protobuf, as far as the service uses it. Sends no webhook. */
public final class LiveKitDouble implements AutoCloseable {
  public static final String KEY = "devkey";
  public static final String SECRET = "devsecretdevsecretdevsecretdevsecret";

  private final HttpServer server;
  private final Egresses egresses = new Egresses();
  private final Map<String, Integer> failures = new ConcurrentHashMap<>();
  private final Map<String, CountDownLatch> hanging = new ConcurrentHashMap<>();
  private final Map<String, Semaphore> calls = new ConcurrentHashMap<>();

  public LiveKitDouble() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/twirp/livekit.Egress/", this::handle);
    server.start();
  }

  public String webSocketUrl() {
    return "ws://127.0.0.1:" + server.getAddress().getPort();
  }

  /** All egresses and what becomes of them. */
  public Egresses egresses() {
    return egresses;
  }

  /** From now on, a method answers this status for a room or an egress; 0 for no longer. */
  public void fail(String method, String about, int status) {
    failures.put(method + " " + about, status);
  }

  /** From now on, a method does its work for a room or an egress, and the answer is lost. */
  public void loseAnswers(String method, String about) {
    failures.put(method + " " + about, -1);
  }

  /** From now on, a method answers a room or an egress only once the latch is counted down. */
  public CountDownLatch hang(String method, String about) {
    CountDownLatch latch = new CountDownLatch(1);
    hanging.put(method + " " + about, latch);
    return latch;
  }

  /** Waits until a method was called once more for a room or an egress. */
  public void awaitCall(String method, String about) throws InterruptedException {
    if (!calls(method, about).tryAcquire(60, TimeUnit.SECONDS)) {
      throw new AssertionError(method + " was not called for " + about);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private Semaphore calls(String method, String about) {
    return calls.computeIfAbsent(method + " " + about, any -> new Semaphore(0));
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!isAllowed(exchange)) {
        answer(exchange, 401, "invalid token: <the whole token>".getBytes());
        return;
      }
      String path = exchange.getRequestURI().getPath();
      String method = path.substring(path.lastIndexOf('/') + 1);
      byte[] body = exchange.getRequestBody().readAllBytes();
      switch (method) {
        case "StartRoomCompositeEgress" -> start(exchange, body);
        case "StopEgress" -> stop(exchange, body);
        case "ListEgress" -> list(exchange, body);
        default -> answer(exchange, 404, new byte[0]);
      }
    }
  }

  private void start(HttpExchange exchange, byte[] body) throws IOException {
    RoomCompositeEgressRequest request = RoomCompositeEgressRequest.parseFrom(body);
    String about = request.getRoomName();
    reply(exchange, "StartRoomCompositeEgress", about, 0, () -> egresses.start(request));
  }

  private void stop(HttpExchange exchange, byte[] body) throws IOException {
    String egress = StopEgressRequest.parseFrom(body).getEgressId();
    reply(
        exchange,
        "StopEgress",
        egress,
        statusOfStop(egress),
        () -> egresses.change(egress, EgressStatus.EGRESS_ENDING));
  }

  private void list(HttpExchange exchange, byte[] body) throws IOException {
    ListEgressRequest request = ListEgressRequest.parseFrom(body);
    ListEgressResponse.Builder found = ListEgressResponse.newBuilder();
    egresses.all().stream()
        .filter(it -> !request.getActive() || isActive(it))
        .filter(it -> request.getRoomName().isEmpty() || isIn(it, request.getRoomName()))
        .forEach(found::addItems);
    reply(exchange, "ListEgress", request.getRoomName(), 0, found::build);
  }

  private interface Doing {
    Message perform();
  }

  private void reply(HttpExchange exchange, String method, String about, int usual, Doing doing)
      throws IOException {
    String what = method + " " + about;
    calls(method, about).release();
    CountDownLatch latch = hanging.get(what);
    if (latch != null) {
      await(latch);
    }
    int failure = failures.getOrDefault(what, usual);
    if (failure > 0) {
      answer(exchange, failure, "{\"code\":\"unavailable\",\"msg\":\"no\"}".getBytes());
      return;
    }
    Message message = doing.perform();
    if (failure == 0) {
      answer(exchange, 200, message.toByteArray());
    }
  }

  private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/protobuf");
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  private static boolean isAllowed(HttpExchange exchange) {
    String bearer = exchange.getRequestHeaders().getFirst("Authorization");
    try {
      SignedJWT token = SignedJWT.parse(bearer.substring("Bearer ".length()));
      Map<String, Object> grant = token.getJWTClaimsSet().getJSONObjectClaim("video");
      return token.getJWTClaimsSet().getIssuer().equals(KEY)
          && token.verify(new MACVerifier(SECRET))
          && Boolean.TRUE.equals(grant.get("roomRecord"));
    } catch (ParseException | JOSEException e) {
      return false;
    }
  }

  /** As the real one: it refuses to stop what is not there or has ended. */
  private int statusOfStop(String id) {
    return egresses.all().stream()
        .filter(it -> it.getEgressId().equals(id))
        .findAny()
        .map(it -> isActive(it) ? 0 : 412)
        .orElse(404);
  }

  private static boolean isActive(EgressInfo egress) {
    return egress.getStatus().getNumber() <= EgressStatus.EGRESS_ENDING.getNumber();
  }

  private static boolean isIn(EgressInfo egress, String room) {
    return egress.getRoomName().equals(room);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What the egress of a room would say in a webhook. */
  public EgressReported report(RoomName room) {
    return EgressTranslation.report(egresses.in(room).getLast());
  }
}
