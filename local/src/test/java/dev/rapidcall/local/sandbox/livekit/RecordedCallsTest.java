package dev.rapidcall.local.sandbox.livekit;

import static dev.rapidcall.local.sandbox.livekit.SandboxRig.answer;
import static dev.rapidcall.local.sandbox.livekit.SandboxRig.execute;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.local.sandbox.livekit.rooms.Member;
import dev.rapidcall.local.sandbox.livekit.rooms.Newcomer;
import dev.rapidcall.local.sandbox.livekit.rooms.Room;
import dev.rapidcall.local.sandbox.livekit.time.EgressTimings;
import dev.rapidcall.local.sandbox.livekit.time.RoomTimings;
import dev.rapidcall.local.sandbox.livekit.time.Timings;
import io.livekit.server.EncodedOutputs;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.function.Predicate;
import livekit.LivekitEgress.EgressInfo;
import livekit.LivekitModels.DisconnectReason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The recorded calls happen again in the sandbox, at the recorded moments, and its webhooks are
 * compared with the recorded ones path by path. Events of a room and of an egress have no common
 * order.
 */
class RecordedCallsTest {

  @RegisterExtension static final S3Double S3 = new S3Double();

  private static final Predicate<JsonNode> ABOUT_EGRESS = body -> body.has("egressInfo");
  private static final Duration SLOW = Duration.ofMillis(1040);
  private static final Duration FAST = Duration.ofMillis(40);

  private final Instant start = Instant.now();
  private final ManualTimers timers = new ManualTimers(start);
  private SandboxRig rig = rig(SLOW);

  @AfterEach
  void stop() {
    rig.close();
  }

  @Test
  void webCall() {
    create("call-web-call", 60);
    at(0.50);
    record("call-web-call", "recordings");
    at(0.67);
    Member user = join("call-web-call", Newcomer.browser("user-7f3a", "Web User"));
    at(0.78);
    publish("call-web-call", user);
    at(0.81);
    Member agent = join("call-web-call", Newcomer.agent("agent-AJ_k2"));
    at(0.92);
    publish("call-web-call", agent);
    at(6.92);
    leave("call-web-call", user, DisconnectReason.CLIENT_INITIATED);
    at(7.92);
    leave("call-web-call", agent, DisconnectReason.CLIENT_INITIATED);
    at(29);

    assertLikeRecorded("web-call");
  }

  @Test
  void webCallDeletedByApi() {
    String room = "call-web-call-deleted-by-api";
    create(room, 60);
    at(0.50);
    record(room, "recordings");
    at(0.60);
    Member user = join(room, Newcomer.browser("user-7f3a", "user-7f3a"));
    at(0.70);
    publish(room, user);
    at(0.72);
    Member agent = join(room, Newcomer.agent("agent-AJ_k2"));
    at(0.84);
    publish(room, agent);
    at(4.83);
    assertThat(execute(rig.rooms().deleteRoom(room)).code()).isEqualTo(200);

    assertLikeRecorded("web-call-deleted-by-api");
  }

  @Test
  void nobodyComes() {
    create("call-nobody-comes", 4);
    at(0.50);
    record("call-nobody-comes", "recordings");
    at(5);

    assertLikeRecorded("nobody-comes");
  }

  @Test
  void egressStopped() {
    String room = "call-egress-stopped";
    create(room, 60);
    at(0.50);
    EgressInfo egress = record(room, "recordings");
    at(0.62);
    Member user = join(room, Newcomer.browser("user-7f3a", "user-7f3a"));
    at(0.69);
    publish(room, user);
    at(4.67);
    answer(rig.egress().stopEgress(egress.getEgressId()));
    at(7.68);
    leave(room, user, DisconnectReason.CLIENT_INITIATED);
    at(29);

    assertLikeRecorded("egress-stopped");
  }

  @Test
  void egressBadBucket() {
    rig.close();
    rig = rig(FAST);
    String room = "call-egress-bad-bucket";
    create(room, 60);
    at(0.50);
    record(room, "no-such-bucket");
    at(0.67);
    Member user = join(room, Newcomer.browser("user-7f3a", "user-7f3a"));
    at(0.74);
    publish(room, user);
    at(4.73);
    leave(room, user, DisconnectReason.CLIENT_INITIATED);
    at(26);

    assertLikeRecorded("egress-bad-bucket");
  }

  @Test
  void browserVanishes() {
    String room = "call-browser-vanishes";
    create(room, 60);
    at(0.03);
    Member agent = join(room, Newcomer.agent("agent-AJ_k2"));
    at(0.11);
    publish(room, agent);
    at(0.69);
    Member user = join(room, Newcomer.browser("user-7f3a", "user-7f3a"));
    at(0.74);
    publish(room, user);
    at(23.73);
    leave(room, user, DisconnectReason.CONNECTION_TIMEOUT);
    at(37.73);
    leave(room, agent, DisconnectReason.CLIENT_INITIATED);
    at(58);

    assertLikeRecorded("browser-vanishes");
  }

  @Test
  void webhooksAreSignedLikeRecordedOnes() {
    JsonNode recorded = Recordings.received("web-call").getFirst();
    create("call-a", 60);
    Received sent = rig.webhooks.await(request -> true);

    assertThat(sent.header("content-type")).isEqualTo(recorded.path("contentType").asString());
    JsonNode claims = claims(sent.header("authorization"));
    JsonNode recordedClaims = claims(recorded.path("authorization").asString());
    assertThat(claims.propertyNames()).isEqualTo(recordedClaims.propertyNames());
    assertThat(claims.path("exp").asLong() - claims.path("nbf").asLong())
        .isEqualTo(recordedClaims.path("exp").asLong() - recordedClaims.path("nbf").asLong());
    assertThat(rig.verified(sent).getEvent()).isEqualTo("room_started");
  }

  private static JsonNode claims(String bareToken) {
    String payload = bareToken.substring(bareToken.indexOf('.') + 1, bareToken.lastIndexOf('.'));
    return JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(payload));
  }

  private void assertLikeRecorded(String call) {
    List<JsonNode> recorded = Recordings.webhooks(call);
    List<JsonNode> sent =
        rig.webhooks.await(recorded.size(), request -> true).stream().map(Received::json).toList();
    assertLike(of(recorded, ABOUT_EGRESS.negate()), of(sent, ABOUT_EGRESS.negate()));
    assertLike(of(recorded, ABOUT_EGRESS), of(sent, ABOUT_EGRESS));
  }

  private static void assertLike(List<JsonNode> recorded, List<JsonNode> sent) {
    assertThat(sent).map(RecordedCallsTest::label).isEqualTo(labels(recorded));
    for (int i = 0; i < recorded.size(); i++) {
      assertThat(Shape.of(sent.get(i)))
          .as("webhook %s, the %d.", label(recorded.get(i)), i + 1)
          .isEqualTo(Shape.of(recorded.get(i)));
    }
  }

  private static List<JsonNode> of(List<JsonNode> bodies, Predicate<JsonNode> wanted) {
    return bodies.stream().filter(wanted).toList();
  }

  private static List<String> labels(List<JsonNode> bodies) {
    return bodies.stream().map(RecordedCallsTest::label).toList();
  }

  private static String label(JsonNode body) {
    return String.join(
        " ",
        body.path("event").asString(""),
        body.path("participant").path("kind").asString(""),
        body.path("participant").path("identity").asString("").replaceFirst("^EG_.*", "recorder"),
        body.path("egressInfo").path("status").asString(""));
  }

  private SandboxRig rig(Duration recorderActive) {
    EgressTimings egress =
        new EgressTimings(
            Duration.ZERO,
            Duration.ofMillis(75),
            recorderActive,
            Duration.ofMillis(215),
            Duration.ZERO,
            Duration.ZERO);
    RoomTimings rooms = new RoomTimings(null, null, Duration.ofSeconds(5));
    return new SandboxRig(Timings.quick().with(egress).with(rooms), timers.clock(), timers);
  }

  private void at(double seconds) {
    timers.advanceTo(start.plusMillis(Math.round(seconds * 1000)));
  }

  private void create(String room, int emptyTimeout) {
    String metadata = "{\"callId\": \"" + room + "\"}";
    answer(rig.rooms().createRoom(room, emptyTimeout, null, null, metadata));
  }

  private EgressInfo record(String room, String bucket) {
    return answer(
        rig.egress()
            .startRoomCompositeEgress(
                room,
                new EncodedOutputs(S3.output("calls/" + room + ".mp3", bucket), null, null, null),
                "",
                null,
                null,
                true));
  }

  private Member join(String name, Newcomer who) {
    return rig.sandbox.world().ask(() -> rig.sandbox.rooms().presence().join(room(name), who));
  }

  private void publish(String name, Member member) {
    rig.sandbox.world().change(() -> rig.sandbox.rooms().presence().publish(room(name), member));
  }

  private void leave(String name, Member member, DisconnectReason reason) {
    rig.sandbox
        .world()
        .change(() -> rig.sandbox.rooms().presence().leave(room(name), member, reason));
  }

  private Room room(String name) {
    return rig.sandbox.rooms().get(name);
  }
}
