package dev.rapidcall.local.sandbox.livekit;

import static dev.rapidcall.local.sandbox.livekit.SandboxRig.answer;
import static dev.rapidcall.local.sandbox.livekit.SandboxRig.error;
import static dev.rapidcall.local.sandbox.livekit.SandboxRig.execute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapidcall.local.sandbox.livekit.time.Timings;
import io.livekit.server.RoomServiceClient;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import livekit.LivekitEgress.EgressInfo;
import livekit.LivekitEgress.EgressStatus;
import livekit.LivekitModels.Room;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import retrofit2.Response;
import tools.jackson.databind.JsonNode;

class FaultsTest {

  @RegisterExtension static final S3Double S3 = new S3Double();

  private final SandboxRig rig = new SandboxRig(Timings.quick());

  @AfterEach
  void stop() {
    rig.close();
  }

  @Test
  void webhooksAreLost() {
    set("{\"webhooks\":{\"lose\":true,\"only\":[\"room_started\"]}}");
    makeAndDelete("call-a");

    rig.awaitWebhook("room_finished", "call-a");
    assertThat(rig.webhookNames()).containsExactly("room_finished");
  }

  @Test
  void webhooksAreRepeatedByteForByte() {
    set("{\"webhooks\":{\"repeat\":5}}");
    makeAndDelete("call-a");

    List<Received> started =
        rig.webhooks.await(5, request -> SandboxRig.isAbout(request, "room_started", "call-a"));
    assertThat(started)
        .hasSize(5)
        .extracting(Received::body)
        .containsOnly(started.getFirst().body());
    rig.webhooks.await(5, request -> SandboxRig.isAbout(request, "room_finished", "call-a"));
  }

  @Test
  void theApiAnswersAnErrorForSoManyRequests() {
    set("{\"api\":{\"status\":503,\"methods\":[\"CreateRoom\"],\"times\":2}}");

    assertThat(execute(rig.rooms().listRooms()).code()).isEqualTo(200);
    Response<Room> first = execute(rig.rooms().createRoom("call-a"));
    assertThat(first.code()).isEqualTo(503);
    assertThat(error(first)).contains("unavailable");
    assertThat(execute(rig.rooms().createRoom("call-a")).code()).isEqualTo(503);
    assertThat(execute(rig.rooms().createRoom("call-a")).code()).isEqualTo(200);
  }

  @Test
  void theApiHangsUntilTheFaultIsTakenBack() {
    set("{\"api\":{\"hang\":true,\"methods\":[\"CreateRoom\"]}}");

    assertThat(execute(rig.rooms().listRooms()).code()).isEqualTo(200);
    assertThatThrownBy(() -> impatientRooms().createRoom("call-a").execute())
        .isInstanceOf(SocketTimeoutException.class);
    rig.controlled("DELETE", "/sandbox/faults", "");
    assertThat(execute(rig.rooms().createRoom("call-a")).code()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "failed, EGRESS_FAILED, false",
    "aborted, EGRESS_ABORTED, false",
    "no-object, EGRESS_COMPLETE, false",
    "complete, EGRESS_COMPLETE, true"
  })
  void recordingsTurnOutAsTold(String outcome, EgressStatus status, boolean object) {
    set("{\"egress\":{\"outcome\":\"" + outcome + "\"}}");
    String room = "call-" + outcome;
    start(room);
    play(room);

    EgressInfo ended = rig.awaitWebhook("egress_ended", room).getEgressInfo();
    assertThat(ended.getStatus()).isEqualTo(status);
    assertThat(S3.has("calls/" + room + ".mp3")).isEqualTo(object);
  }

  @ParameterizedTest
  @CsvSource({"never-ends, EGRESS_ACTIVE", "never-starts, EGRESS_STARTING"})
  void recordingsMayHangForEver(String outcome, EgressStatus status) {
    set("{\"egress\":{\"outcome\":\"" + outcome + "\"}}");
    String room = "call-" + outcome;
    String id = start(room).getEgressId();
    play(room);
    rig.awaitWebhook("room_finished", room);

    assertThat(answer(rig.egress().listEgress(room)))
        .singleElement()
        .returns(status, EgressInfo::getStatus);
    assertThat(execute(rig.egress().stopEgress(id)).code()).isEqualTo(503);
  }

  @Test
  void withoutAnEgressServiceStartEgressSaysSoAfterAWhile() {
    set("{\"egress\":{\"outcome\":\"no-service\",\"delayMs\":100}}");
    answer(rig.rooms().createRoom("call-a"));
    Response<EgressInfo> refused =
        execute(
            rig.egress()
                .startRoomCompositeEgress(
                    "call-a", S3.output("calls/a.mp3"), "", null, null, true));

    assertThat(refused.code()).isEqualTo(503);
    assertThat(answer(rig.egress().listEgress("call-a"))).isEmpty();
  }

  @Test
  void faultsAreShownAndNonsenseIsRefused() {
    set("{\"seed\":3,\"webhooks\":{\"lose\":0.25},\"egress\":{\"outcome\":\"failed\"}}");

    JsonNode shown = rig.controlled("GET", "/sandbox/faults", "");
    assertThat(shown.path("webhooks").path("lose").asDouble()).isEqualTo(0.25);
    assertThat(shown.path("egress").path("outcome").asString("")).isEqualTo("failed");
    assertThat(rig.control("PUT", "/sandbox/faults", "{\"webhook\":{}}").body())
        .contains("unknown field: webhook");
    assertThat(rig.control("PUT", "/sandbox/faults", "{\"webhooks\":{\"lose\":2}}").statusCode())
        .isEqualTo(400);
    assertThat(
            rig.control("PUT", "/sandbox/faults", "{\"egress\":{\"outcome\":\"x\"}}").statusCode())
        .isEqualTo(400);
  }

  private RoomServiceClient impatientRooms() {
    return RoomServiceClient.createClient(
        rig.sandbox.url().toString(),
        SandboxRig.KEY,
        SandboxRig.SECRET,
        () -> new OkHttpClient.Builder().readTimeout(Duration.ofMillis(300)).build());
  }

  private void set(String faults) {
    rig.controlled("PUT", "/sandbox/faults", faults);
  }

  private void makeAndDelete(String room) {
    answer(rig.rooms().createRoom(room));
    assertThat(execute(rig.rooms().deleteRoom(room)).code()).isEqualTo(200);
  }

  private EgressInfo start(String room) {
    answer(rig.rooms().createRoom(room));
    return answer(
        rig.egress()
            .startRoomCompositeEgress(
                room, S3.output("calls/" + room + ".mp3"), "", null, null, true));
  }

  private void play(String room) {
    rig.controlled(
        "POST",
        "/sandbox/calls",
        "{\"room\":\"" + room + "\",\"talkSeconds\":0.2,\"endedBy\":\"room\"}");
  }
}
