package dev.rapidcall.local.sandbox.livekit;

import static dev.rapidcall.local.sandbox.livekit.SandboxRig.answer;
import static dev.rapidcall.local.sandbox.livekit.SandboxRig.error;
import static dev.rapidcall.local.sandbox.livekit.SandboxRig.execute;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.local.sandbox.livekit.rooms.Member;
import dev.rapidcall.local.sandbox.livekit.rooms.Newcomer;
import dev.rapidcall.local.sandbox.livekit.rooms.Room;
import dev.rapidcall.local.sandbox.livekit.time.Timings;
import io.livekit.server.AccessToken;
import io.livekit.server.RoomCreate;
import io.livekit.server.RoomList;
import java.util.Date;
import java.util.List;
import livekit.LivekitAgentDispatch.AgentDispatch;
import livekit.LivekitModels;
import livekit.LivekitModels.DisconnectReason;
import livekit.LivekitModels.ParticipantInfo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import retrofit2.Response;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RoomServiceTest {

  private final SandboxRig rig = new SandboxRig(Timings.quick());

  @AfterEach
  void stop() {
    rig.close();
  }

  @Test
  void aRoomIsMadeListedAndDeletedAndTheWorldIsTold() {
    LivekitModels.Room made = answer(rig.rooms().createRoom("call-a", 60, 2, null, "{\"a\":1}"));

    assertThat(made.getSid()).startsWith("RM_");
    assertThat(made.getEmptyTimeout()).isEqualTo(60);
    assertThat(made.getDepartureTimeout()).isEqualTo(20);
    assertThat(answer(rig.rooms().listRooms())).extracting(r -> r.getName()).contains("call-a");
    assertThat(execute(rig.rooms().deleteRoom("call-a")).code()).isEqualTo(200);
    assertThat(answer(rig.rooms().listRooms())).isEmpty();
    assertThat(rig.awaitWebhook("room_finished", "call-a").getRoom().getSid())
        .isEqualTo(made.getSid());
    assertThat(rig.webhookNames()).containsExactly("room_started", "room_finished");
  }

  @Test
  void aRoomThatExistsStaysAsItIs() {
    LivekitModels.Room first = answer(rig.rooms().createRoom("call-a", 60, 2, null, "first"));
    LivekitModels.Room again = answer(rig.rooms().createRoom("call-a", 60, 2, null, "second"));

    assertThat(again.getSid()).isEqualTo(first.getSid());
    assertThat(again.getMetadata()).isEqualTo("first");
  }

  @Test
  void metadataIsReplacedUpToItsLimit() {
    answer(rig.rooms().createRoom("call-a", 60, 2, null, "x".repeat(65_000)));

    assertThat(answer(rig.rooms().updateRoomMetadata("call-a", "new")).getMetadata())
        .isEqualTo("new");
    Response<LivekitModels.Room> tooMuch =
        execute(rig.rooms().updateRoomMetadata("call-a", "x".repeat(65_000)));
    assertThat(tooMuch.code()).isEqualTo(400);
    assertThat(error(tooMuch)).contains("invalid_argument");
  }

  @Test
  void participantsAreListedLookedUpAndThrownOut() {
    answer(rig.rooms().createRoom("call-a", 60));
    joinAndPublish("call-a", Newcomer.browser("user-1", "Web User"));

    List<ParticipantInfo> present = answer(rig.rooms().listParticipants("call-a"));
    assertThat(present).singleElement().satisfies(p -> assertThat(p.getTracksCount()).isOne());
    assertThat(answer(rig.rooms().getParticipant("call-a", "user-1")).getName())
        .isEqualTo("Web User");
    assertThat(execute(rig.rooms().removeParticipant("call-a", "user-1")).code()).isEqualTo(200);
    assertThat(rig.awaitWebhook("participant_left", "call-a").getParticipant())
        .returns(DisconnectReason.PARTICIPANT_REMOVED, ParticipantInfo::getDisconnectReason);
    assertThat(answer(rig.rooms().listParticipants("call-a"))).isEmpty();
  }

  @Test
  void aRoomNobodyComesToClosesByItself() {
    answer(rig.rooms().createRoom("call-a", 1));

    rig.awaitWebhook("room_finished", "call-a");
    assertThat(answer(rig.rooms().listRooms())).isEmpty();
  }

  @Test
  void agentsAreDispatchedByRequestAndWithTheRoom() {
    AgentDispatch made = answer(rig.dispatches().createDispatch("call-a", "front-desk", "{}"));

    assertThat(answer(rig.rooms().listRooms())).extracting(r -> r.getName()).contains("call-a");
    assertThat(answer(rig.dispatches().listDispatch("call-a")))
        .extracting(AgentDispatch::getId, AgentDispatch::getAgentName)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(made.getId(), "front-desk"));
    answer(rig.dispatches().deleteDispatch("call-a", made.getId()));
    assertThat(answer(rig.dispatches().listDispatch("call-a"))).isEmpty();
    assertThat(execute(rig.dispatches().deleteDispatch("call-a", made.getId())).code())
        .isEqualTo(404);

    String withAgent = "{\"name\":\"call-b\",\"agents\":[{\"agent_name\":\"front-desk\"}]}";
    assertThat(rig.twirp("livekit.RoomService/CreateRoom", token(), withAgent).statusCode())
        .isEqualTo(200);
    assertThat(answer(rig.dispatches().listDispatch("call-b")))
        .extracting(AgentDispatch::getAgentName)
        .containsExactly("front-desk");
  }

  @Test
  void whatIsMissingIsRefusedInLiveKitsWords() {
    assertNotFound(rig.rooms().deleteRoom("nope"), "requested room does not exist");
    assertNotFound(rig.rooms().updateRoomMetadata("nope", ""), "requested room does not exist");
    assertNotFound(rig.rooms().removeParticipant("nope", "x"), "participant does not exist");
    assertThat(answer(rig.rooms().listParticipants("nope"))).isEmpty();
    Response<LivekitModels.Room> longName = execute(rig.rooms().createRoom("x".repeat(300)));
    assertThat(longName.code()).isEqualTo(400);
    assertThat(error(longName)).contains("room name length exceeds limits: max length 256");
  }

  @Test
  void tokensAreCheckedAndRefusedInLiveKitsWords() {
    String create = "livekit.RoomService/CreateRoom";
    assertThat(rig.twirp(create, "no-token", "{}"))
        .returns(401, r -> r.statusCode())
        .returns("invalid authorization token", r -> r.body());
    assertThat(rig.twirp(create, token("nokey", SandboxRig.SECRET), "{}").body())
        .isEqualTo("invalid API key: nokey");
    assertThat(rig.twirp(create, token(SandboxRig.KEY, "w".repeat(32)), "{}").body())
        .startsWith("invalid token: ey")
        .endsWith("error: go-jose/go-jose: error in cryptographic primitive");
    assertThat(rig.twirp(create, expired(), "{}").body()).endsWith("token is expired (exp)");
    assertThat(rig.twirp("livekit.Egress/ListEgress", token(), "{}"))
        .returns(401, r -> r.statusCode())
        .returns(
            "{\"code\":\"unauthenticated\",\"msg\":\"permissions denied\"}", r -> sorted(r.body()));
  }

  @Test
  void jsonIsSpokenLikeProtobuf() {
    JsonNode room =
        JsonMapper.shared()
            .readTree(
                rig.twirp("livekit.RoomService/CreateRoom", token(), "{\"name\":\"raw1\"}").body());

    JsonNode recorded = Recordings.apiAnswer("CreateRoom");
    recorded
        .propertyStream()
        .forEach(
            field ->
                assertThat(room.path(field.getKey()).getNodeType())
                    .as(field.getKey())
                    .isEqualTo(field.getValue().getNodeType()));
  }

  @Test
  void whatItDoesNotKnowIsABadRoute() {
    assertThat(rig.twirp("livekit.SIP/CreateSIPInboundTrunk", token(), "{}"))
        .returns(404, r -> r.statusCode())
        .satisfies(r -> assertThat(r.body()).contains("bad_route"));
  }

  private void joinAndPublish(String name, Newcomer who) {
    rig.sandbox
        .world()
        .change(
            () -> {
              Room room = rig.sandbox.rooms().get(name);
              Member member = rig.sandbox.rooms().presence().join(room, who);
              rig.sandbox.rooms().presence().publish(room, member);
            });
  }

  private static void assertNotFound(retrofit2.Call<?> call, String message) {
    Response<?> response = execute(call);
    assertThat(response.code()).isEqualTo(404);
    JsonNode error = JsonMapper.shared().readTree(error(response));
    assertThat(error.path("code").asString("")).isEqualTo("not_found");
    assertThat(error.path("msg").asString("")).isEqualTo("twirp error unknown: " + message);
  }

  private static String sorted(String json) {
    JsonNode node = JsonMapper.shared().readTree(json);
    return "{\"code\":%s,\"msg\":%s}".formatted(node.path("code"), node.path("msg"));
  }

  private static String token() {
    return token(SandboxRig.KEY, SandboxRig.SECRET);
  }

  private static String token(String key, String secret) {
    AccessToken token = new AccessToken(key, secret);
    token.addGrants(new RoomCreate(true), new RoomList(true));
    return token.toJwt();
  }

  private static String expired() {
    AccessToken token = new AccessToken(SandboxRig.KEY, SandboxRig.SECRET);
    token.addGrants(new RoomCreate(true));
    token.setExpiration(new Date(0));
    return token.toJwt();
  }
}
