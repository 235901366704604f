package dev.rapidcall.calls.webhooks.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rapidcall.calls.testing.Api;
import dev.rapidcall.calls.webhooks.TellCustomer;
import dev.rapidcall.calls.webhooks.events.CustomerEvents;
import dev.rapidcall.calls.webhooks.testing.Backlog;
import dev.rapidcall.calls.webhooks.testing.KnownCallRows;
import dev.rapidcall.calls.webhooks.testing.KnownCallRows.Known;
import dev.rapidcall.calls.webhooks.testing.WebhooksIT;
import dev.rapidcall.events.CallChannel;
import dev.rapidcall.events.WorkspaceId;
import dev.rapidcall.service.identity.Caller;
import dev.rapidcall.service.identity.InternalTokens;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@WebhooksIT
class EventStreamIT {
  private static final JsonMapper JSON = new JsonMapper();

  @LocalServerPort int port;
  @Autowired InternalTokens tokens;
  @Autowired TellCustomer tellCustomer;
  @Autowired KnownCallRows calls;
  @Autowired Listeners listeners;
  @Autowired JdbcClient jdbc;
  @Autowired CustomerEvents events;

  private final String workspace = "w-" + UUID.randomUUID();
  private final HttpClient http = HttpClient.newHttpClient();
  private final List<InputStream> open = new ArrayList<>();
  private Api api;

  @BeforeEach
  void begin() {
    api = Api.anonymous(port, tokens).as(workspace);
  }

  @AfterEach
  void close() throws IOException {
    for (InputStream stream : open) {
      stream.close();
    }
  }

  @Test
  void isReadPieceByPieceTheOldestFirst() {
    tellOne();
    tellOne();

    JsonNode first = api.get("/api/events?limit=3").body();
    JsonNode second =
        api.get("/api/events?limit=3&after=" + first.path("nextCursor").asString()).body();
    JsonNode end = api.get("/api/events?after=" + second.path("nextCursor").asString()).body();

    assertThat(first.path("events").values())
        .extracting(event -> event.path("type").asString())
        .containsExactly("call_started", "call_ended", "call_started");
    assertThat(second.path("events").size()).isEqualTo(1);
    assertThat(end.path("events").size()).isZero();
    assertThat(end.path("nextCursor").asString()).isEqualTo(second.path("nextCursor").asString());
    JsonNode event = first.path("events").get(0);
    assertThat(event.propertyNames())
        .containsExactlyInAnyOrder("id", "cursor", "type", "createdAt", "data");
    assertThat(event.path("data").path("event").asString()).isEqualTo("call_started");
    assertThat(event.path("data").path("call").path("call_id").asString()).startsWith("call_");
  }

  @Test
  void aPageEndsAfterSoManyBytesAndTheCursorGoesOn() throws Exception {
    Backlog.of(jdbc, workspace, 7);
    largeAre("1500000", "seq <= 5");
    largeAre("10000000", "seq = 6");

    List<Integer> sizes = new ArrayList<>();
    String cursor = "0";
    for (JsonNode page = page(cursor); !page.path("events").isEmpty(); page = page(cursor)) {
      sizes.add(page.path("events").size());
      cursor = page.path("nextCursor").asString();
    }

    assertThat(sizes).containsExactly(2, 2, 1, 1, 1);
    assertThat(cursor).isEqualTo("7");
    Heard heard = listen(null);
    await().until(() -> heard.events().size() == 7);
  }

  @Test
  void theSizeOfABodyIsKept() {
    tellOne();

    assertThat(
            jdbc.sql(
                    """
                    select count(*) from customer_events
                    where workspace_id = :w and body_bytes = octet_length(body::text)
                    """)
                .param("w", workspace)
                .query(Integer.class)
                .single())
        .isEqualTo(2);
  }

  @Test
  void pushesWhatIsThereAndWhatComesToWhoListens() throws Exception {
    tellOne();
    Heard heard = listen(null);
    await().until(() -> heard.events().size() == 2);

    tellOne();

    await().until(() -> heard.events().size() == 4);
    assertThat(heard.contentType()).startsWith("text/event-stream");
    assertThat(heard.events())
        .extracting(Heard.Event::name)
        .containsExactly("call_started", "call_ended", "call_started", "call_ended");
    assertThat(heard.events()).extracting(Heard.Event::id).containsExactly("1", "2", "3", "4");
    assertThat(heard.events())
        .extracting(Heard.Event::data)
        .isEqualTo(List.copyOf(api.get("/api/events").body().path("events").values()));
  }

  @Test
  void goesOnWhereTheListenerWas() throws Exception {
    tellOne();
    tellOne();

    Heard heard = listen("3");

    await().until(() -> heard.events().size() == 1);
    assertThat(heard.events().getFirst().id()).isEqualTo("4");
  }

  @Test
  void saysThatItIsAliveWhenNothingHappens() throws Exception {
    Heard heard = listen(null);

    await().until(() -> heard.comments().size() >= 3);

    assertThat(heard.events()).isEmpty();
  }

  @Test
  void servesSoManyOfAWorkspaceAndNoMoreUntilOneLeaves() throws Exception {
    listen(null);
    listen(null);
    Heard last = listen(null);

    HttpResponse<InputStream> refused = request(null);
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Retry-After")).contains("30");
    assertThat(JSON.readTree(refused.body()).path("error").asString()).isNotEmpty();
    last.leave();

    await().until(() -> request(null).statusCode() == 200);
  }

  @Test
  void endsAfterAWhileSoThatRightsAreLookedAtAgain() {
    StreamSettings over = new StreamSettings(Duration.ofHours(1), Duration.ZERO, 1);
    Listener listener =
        new Listener(new WorkspaceId(workspace), Cursor.read("after", "0"), events, over);

    assertThat(CompletableFuture.runAsync(listener)).succeedsWithin(Duration.ofSeconds(30));
  }

  @Test
  void saysByHeadWhatAListenerWouldGet() throws Exception {
    HttpRequest head =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/events"))
            .HEAD()
            .header("Accept", "text/event-stream")
            .header(
                "Authorization",
                "Bearer " + tokens.mint(Caller.user("u", new WorkspaceId(workspace)), "request1"))
            .build();

    HttpResponse<String> answer = http.send(head, HttpResponse.BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/event-stream");
  }

  @Test
  void endsCleanlyWhenTheServiceStops() throws Exception {
    Heard heard = listen(null);

    listeners.stop();
    try {
      await().until(heard::isOver);
      assertThat(request(null).statusCode()).isEqualTo(503);
    } finally {
      listeners.start();
    }
  }

  private JsonNode page(String cursor) {
    return api.get("/api/events?limit=200&after=" + cursor).body();
  }

  private void largeAre(String bytes, String which) {
    jdbc.sql(
            "update customer_events set body_bytes = %s where workspace_id = :w and %s"
                .formatted(bytes, which))
        .param("w", workspace)
        .update();
  }

  private void tellOne() {
    Known call = calls.ended(workspace, null, CallChannel.WEB);
    tellCustomer.started(call.started());
    tellCustomer.ended(call.ended());
  }

  private Heard listen(@Nullable String lastEventId) throws Exception {
    HttpResponse<InputStream> response = request(lastEventId);
    assertThat(response.statusCode()).isEqualTo(200);
    Heard heard =
        new Heard(response.headers().firstValue("Content-Type").orElse(""), response.body());
    Thread.ofVirtual().start(heard::read);
    return heard;
  }

  private HttpResponse<InputStream> request(@Nullable String lastEventId) throws Exception {
    String token = tokens.mint(Caller.user("user1", new WorkspaceId(workspace)), "request1");
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/events?after=0"))
            .header("Accept", "text/event-stream")
            .header("Authorization", "Bearer " + token);
    if (lastEventId != null) {
      request.header("Last-Event-ID", lastEventId);
    }
    HttpResponse<InputStream> response =
        http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    open.add(response.body());
    return response;
  }

  /** What a listener heard. */
  private static final class Heard {
    record Event(String id, String name, JsonNode data) {}

    private final String contentType;
    private final InputStream stream;
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final List<String> comments = new CopyOnWriteArrayList<>();
    private volatile boolean over;

    Heard(String contentType, InputStream stream) {
      this.contentType = contentType;
      this.stream = stream;
    }

    void read() {
      try (stream;
          var lines =
              new java.io.BufferedReader(
                  new java.io.InputStreamReader(stream, StandardCharsets.UTF_8))) {
        String id = "";
        String name = "";
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          String value = line.substring(line.indexOf(':') + 1).strip();
          if (line.startsWith("id:")) {
            id = value;
          } else if (line.startsWith("event:")) {
            name = value;
          } else if (line.startsWith("data:")) {
            events.add(new Event(id, name, JSON.readTree(value)));
          } else if (line.startsWith(":")) {
            comments.add(value);
          }
        }
        over = true;
      } catch (IOException e) {
        // it was closed by the test
      }
    }

    String contentType() {
      return contentType;
    }

    List<Event> events() {
      return events;
    }

    List<String> comments() {
      return comments;
    }

    boolean isOver() {
      return over;
    }

    void leave() throws IOException {
      stream.close();
    }
  }
}
