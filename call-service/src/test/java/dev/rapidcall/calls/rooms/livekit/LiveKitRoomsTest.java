package dev.rapidcall.calls.rooms.livekit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.nimbusds.jose.JWSObject;
import com.sun.net.httpserver.HttpServer;
import dev.rapidcall.calls.rooms.RoomFigures;
import dev.rapidcall.calls.rooms.RoomOpening;
import dev.rapidcall.calls.rooms.RoomOpening.AgentDispatch;
import dev.rapidcall.calls.rooms.RoomsException;
import dev.rapidcall.events.ParticipantKind;
import dev.rapidcall.events.RoomName;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import livekit.LivekitModels.ParticipantInfo;
import livekit.LivekitModels.Room;
import livekit.LivekitRoom.CreateRoomRequest;
import livekit.LivekitRoom.ListParticipantsResponse;
import livekit.LivekitRoom.ListRoomsRequest;
import livekit.LivekitRoom.ListRoomsResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The adapter against LiveKit's wire protocol, spoken by a server that answers as it is told. */
class LiveKitRoomsTest {
  private static final String ROOM_SERVICE = "/twirp/livekit.RoomService/";
  private static final RoomName ROOM = new RoomName("call-agent00001-abcdef");

  private record Reply(int status, byte[] body) {}

  private final Map<String, Reply> replies = new ConcurrentHashMap<>();
  private final Map<String, byte[]> requests = new ConcurrentHashMap<>();
  private final List<String> order = new ArrayList<>();
  private final List<String> authorizations = new ArrayList<>();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private HttpServer server;
  private LiveKitRooms rooms;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String path = exchange.getRequestURI().getPath();
          order.add(path);
          authorizations.add(exchange.getRequestHeaders().getFirst("Authorization"));
          requests.put(path, exchange.getRequestBody().readAllBytes());
          Reply reply = replies.getOrDefault(path, new Reply(404, new byte[0]));
          exchange.getResponseHeaders().add("Content-Type", "application/protobuf");
          exchange.sendResponseHeaders(
              reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
          exchange.getResponseBody().write(reply.body());
          exchange.close();
        });
    server.start();
    LiveKitProperties properties =
        new LiveKitProperties(
            "ws://localhost:" + server.getAddress().getPort(),
            "newkey,oldkey",
            "a-secret-of-at-least-thirty-two-characters,an-old-secret-of-thirty-two-characters",
            Duration.ofSeconds(5));
    rooms = new LiveKitRooms(new LiveKitConnection(properties, meters), new Grants(properties));
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void theAgentIsSentForInTheSameRequest() throws InvalidProtocolBufferException {
    reply("RoomService/CreateRoom", 200, Room.getDefaultInstance());

    rooms.open(opening(new AgentDispatch("front-desk", "{}", false)));

    byte[] sent = requests.get(ROOM_SERVICE + "CreateRoom");
    CreateRoomRequest request = CreateRoomRequest.parseFrom(sent);
    assertThat(request.getAgents(0).getAgentName()).isEqualTo("front-desk");
    assertThat(request.getMetadata()).isEqualTo("{\"call\":{}}");
    assertThat(request.getEmptyTimeout()).isEqualTo(10);
    assertThat(request.getDepartureTimeout()).isEqualTo(20);
    assertThat(order).hasSize(1);
  }

  @Test
  void orByARequestOfItsOwnWhereThatIsWanted() {
    reply("RoomService/CreateRoom", 200, Room.getDefaultInstance());
    reply(
        "AgentDispatchService/CreateDispatch",
        200,
        livekit.LivekitAgentDispatch.AgentDispatch.getDefaultInstance());

    rooms.open(opening(new AgentDispatch("front-desk", "{}", true)));

    assertThat(order)
        .containsExactly(
            ROOM_SERVICE + "CreateRoom", "/twirp/livekit.AgentDispatchService/CreateDispatch");
  }

  @Test
  void whoIsInARoomIsToldInOurWords() {
    reply(
        "RoomService/ListParticipants",
        200,
        ListParticipantsResponse.newBuilder()
            .addParticipants(
                ParticipantInfo.newBuilder()
                    .setSid("PA_1")
                    .setIdentity("sip_+15557654321")
                    .setKind(ParticipantInfo.Kind.SIP)
                    .setJoinedAtMs(1_795_392_504_927L)
                    .putAttributes("sip.callStatus", "active")
                    .putAttributes("lk.agent.state", "listening"))
            .build());

    assertThat(rooms.participants(ROOM))
        .singleElement()
        .satisfies(
            phone -> {
              assertThat(phone.kind()).isEqualTo(ParticipantKind.SIP);
              assertThat(phone.joinedAt()).isEqualTo(Instant.ofEpochMilli(1_795_392_504_927L));
              assertThat(phone.attributes()).isEqualTo(Map.of("sip.callStatus", "active"));
            });
  }

  @Test
  void aRoomThatDoesNotExistIsAbsentAndClosingItIsNoError() {
    reply("RoomService/ListRooms", 200, ListRoomsResponse.getDefaultInstance());

    assertThat(rooms.figures(List.of(ROOM))).isEmpty();
    rooms.close(ROOM);

    assertThat(order).contains(ROOM_SERVICE + "DeleteRoom");
  }

  @Test
  void manyRoomsAreAskedForInOneRequest() throws InvalidProtocolBufferException {
    RoomName gone = new RoomName("call-agent00001-ghijkl");
    reply(
        "RoomService/ListRooms",
        200,
        ListRoomsResponse.newBuilder()
            .addRooms(
                Room.newBuilder().setName(ROOM.value()).setNumParticipants(1).setNumPublishers(2))
            .build());

    assertThat(rooms.figures(List.of(ROOM, gone))).isEqualTo(Map.of(ROOM, new RoomFigures(1, 2)));

    assertThat(order).hasSize(1);
    assertThat(ListRoomsRequest.parseFrom(requests.get(ROOM_SERVICE + "ListRooms")).getNamesList())
        .containsExactly(ROOM.value(), gone.value());
  }

  @Test
  void anAddressThatIsNotLiveKitsDoesNotLookLikeTheEndOfAllRooms() {
    assertThatThrownBy(() -> rooms.figures(List.of(ROOM))).isInstanceOf(RoomsException.class);
  }

  @Test
  void refusedAndUnreachableAreToldApart() {
    reply("RoomService/CreateRoom", 401, null);
    assertKind(RoomsException.Kind.REFUSED);

    reply("RoomService/CreateRoom", 503, null);
    assertKind(RoomsException.Kind.UNREACHABLE);

    server.stop(0);
    assertKind(RoomsException.Kind.UNREACHABLE);
  }

  @Test
  @DisplayName("weakness 28: of two LiveKit key pairs the newest signs")
  void theNewestPairSignsAndTheRequestIsMeasured() throws ParseException {
    reply("RoomService/CreateRoom", 200, Room.getDefaultInstance());

    rooms.open(opening(null));

    JWSObject token = JWSObject.parse(authorizations.getLast().replace("Bearer ", ""));
    assertThat(token.getPayload().toJSONObject()).containsEntry("iss", "newkey");
    assertThat(
            meters
                .get("rapidcall.livekit.requests")
                .tag("uri", ROOM_SERVICE + "CreateRoom")
                .timer()
                .count())
        .isEqualTo(1);
  }

  private void assertKind(RoomsException.Kind kind) {
    assertThatThrownBy(() -> rooms.open(opening(null)))
        .isInstanceOfSatisfying(
            RoomsException.class, failure -> assertThat(failure.kind()).isEqualTo(kind));
  }

  private void reply(String operation, int status, @Nullable Message message) {
    replies.put(
        "/twirp/livekit." + operation,
        new Reply(status, message == null ? new byte[0] : message.toByteArray()));
  }

  private static RoomOpening opening(@Nullable AgentDispatch dispatch) {
    return new RoomOpening(
        ROOM, "{\"call\":{}}", Duration.ofSeconds(10), Duration.ofSeconds(20), 2, dispatch);
  }
}
