package dev.rapidcall.calls.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.calls.testing.Api;
import dev.rapidcall.calls.testing.Api.Answer;
import dev.rapidcall.calls.testing.CallServiceOverHttp;
import dev.rapidcall.service.identity.InternalTokens;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** A start whose answer was lost comes again with its key. */
@CallServiceOverHttp
class KeyedStartIT {
  @LocalServerPort int port;
  @Autowired InternalTokens tokens;
  @Autowired RoomsInMemory rooms;
  @Autowired UnfinishedStarts starts;
  @Autowired TakeBackStart takeBackStart;

  private Api us;
  private Api keyed;
  private String path;

  @BeforeEach
  void begin() {
    us = Api.anonymous(port, tokens).as("workspace1");
    keyed = us.withKey(UUID.randomUUID().toString());
    rooms.reset();
    String agent =
        us.post("/api/agents", "{\"name\":\"A\",\"promptDraft\":\"p\"}")
            .body()
            .at("/agent/id")
            .asString();
    path = "/api/agents/" + agent + "/start";
  }

  @Test
  void itIsTheSameCallInTheSameRoomAndStartedOnce() {
    JsonNode first = keyed.post(path, null).body();
    int opened = rooms.opened.size();

    JsonNode again = keyed.post(path, null).body();

    assertThat(again.path("callId")).isEqualTo(first.path("callId"));
    assertThat(again.path("roomName")).isEqualTo(first.path("roomName"));
    assertThat(again.path("token").asString()).isNotBlank();
    assertThat(rooms.opened).as("nobody was sent for a second time").hasSize(opened);
    assertThat(started(first)).hasSize(1);
  }

  @Test
  void withAnotherKeyOrNoneItIsAnotherCall() {
    String first = keyed.post(path, null).body().path("callId").asString();

    assertThat(us.withKey("another").post(path, null).body().path("callId").asString())
        .isNotEqualTo(first);
    assertThat(us.post(path, null).body().path("callId").asString()).isNotEqualTo(first);
  }

  @Test
  void whatDiedBeforeItsRoomWasThereGoesOn() {
    rooms.whileOpening =
        room -> {
          throw new IllegalStateException("the service died");
        };
    assertThat(keyed.post(path, null).status()).isEqualTo(500);
    rooms.reset();

    Answer again = keyed.post(path, null);

    assertThat(again.status()).isEqualTo(200);
    assertThat(started(again.body())).hasSize(1);
  }

  @Test
  void whatWasTakenBackStartsAnew() {
    rooms.unreachable = true;
    assertThat(keyed.post(path, null).status()).isEqualTo(502);
    rooms.unreachable = false;
    starts.due(100).forEach(takeBackStart::takeBack);

    Answer again = keyed.post(path, null);

    assertThat(again.status()).isEqualTo(200);
    assertThat(started(again.body())).hasSize(1);
  }

  private List<JsonNode> started(JsonNode call) {
    String id = call.path("callId").asString();
    return us.get("/api/calls/" + id + "/timeline")
        .body()
        .path("events")
        .valueStream()
        .filter(entry -> entry.path("type").asString().equals("rapidcall.call.started.v1"))
        .toList();
  }
}
