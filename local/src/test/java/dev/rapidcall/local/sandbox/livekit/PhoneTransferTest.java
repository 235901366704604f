package dev.rapidcall.local.sandbox.livekit;

import static dev.rapidcall.local.sandbox.livekit.SandboxRig.answer;
import static dev.rapidcall.local.sandbox.livekit.SandboxRig.error;
import static dev.rapidcall.local.sandbox.livekit.SandboxRig.execute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rapidcall.local.sandbox.livekit.time.Timings;
import io.livekit.server.AccessToken;
import io.livekit.server.RoomAdmin;
import io.livekit.server.RoomName;
import io.livekit.server.SipServiceClient;
import io.livekit.server.TransferSipParticipantOptions;
import livekit.LivekitModels.DisconnectReason;
import livekit.LivekitModels.ParticipantInfo;
import livekit.LivekitModels.ParticipantInfo.Kind;
import livekit.LivekitWebhook.WebhookEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import retrofit2.Call;
import retrofit2.Response;

class PhoneTransferTest {

  private static final String ROOM = "call-_+15557654321_abcdef";
  private static final String PHONE = "sip_+15557654321";

  private final SandboxRig rig = new SandboxRig(Timings.quick());
  private final SipServiceClient sip =
      SipServiceClient.createClient(
          rig.sandbox.url().toString(), SandboxRig.KEY, SandboxRig.SECRET);

  @AfterEach
  void stop() {
    rig.close();
  }

  @Test
  void aPhoneRingsIsAnsweredAndLeavesWhenItIsHandedOn() {
    play();
    ParticipantInfo joined = phoneJoined();
    assertThat(joined.getKind()).isEqualTo(Kind.SIP);
    assertThat(joined.getIdentity()).isEqualTo(PHONE);
    assertThat(joined.getAttributesMap())
        .containsEntry("sip.callStatus", "ringing")
        .containsEntry("sip.phoneNumber", "+15557654321");
    awaitAnswered();

    assertThat(execute(transfer("tel:+15559998888")).code()).isEqualTo(200);

    WebhookEvent left =
        rig.verified(
            rig.webhooks.await(
                request ->
                    SandboxRig.isAbout(request, "participant_left", ROOM)
                        && request.body().contains("\"SIP\"")));
    assertThat(left.getParticipant().getDisconnectReason())
        .isEqualTo(DisconnectReason.CLIENT_INITIATED);
    assertThat(left.getParticipant().getAttributesMap()).containsEntry("sip.callStatus", "hangup");
  }

  @ParameterizedTest
  @CsvSource({"486,429", "603,403", "404,404"})
  void aRefusalIsToldAndTheCallGoesOn(String sipStatus, int status) {
    play();
    phoneJoined();

    Response<?> refused = execute(transfer("tel:+15550000" + sipStatus));

    assertThat(refused.code()).isEqualTo(status);
    assertThat(error(refused)).contains("\"sip_status_code\":\"" + sipStatus + "\"");
    assertThat(answer(rig.rooms().listParticipants(ROOM)))
        .extracting(ParticipantInfo::getIdentity)
        .contains(PHONE);
  }

  @Test
  void whoIsNotThereOrNotAllowedIsRefused() {
    answer(rig.rooms().createRoom(ROOM, 60));

    assertThat(execute(transfer("tel:+15559998888")).code()).isEqualTo(404);
    AccessToken withoutSip = new AccessToken(SandboxRig.KEY, SandboxRig.SECRET);
    withoutSip.addGrants(new RoomAdmin(true), new RoomName(ROOM));
    assertThat(
            rig.twirp(
                    "livekit.SIP/TransferSIPParticipant",
                    withoutSip.toJwt(),
                    "{\"room_name\":\"" + ROOM + "\"}")
                .statusCode())
        .isEqualTo(401);
  }

  private void play() {
    answer(rig.rooms().createRoom(ROOM, 60));
    rig.controlled(
        "POST",
        "/sandbox/calls",
        "{\"room\":\"%s\",\"phone\":\"+15557654321\",\"talkSeconds\":600}".formatted(ROOM));
  }

  private ParticipantInfo phoneJoined() {
    return rig.verified(
            rig.webhooks.await(
                request ->
                    SandboxRig.isAbout(request, "participant_joined", ROOM)
                        && request.body().contains("\"SIP\"")))
        .getParticipant();
  }

  private void awaitAnswered() {
    await()
        .until(
            () ->
                answer(rig.rooms().listParticipants(ROOM)).stream()
                    .anyMatch(
                        someone ->
                            "active".equals(someone.getAttributesOrDefault("sip.callStatus", ""))));
  }

  private Call<Void> transfer(String to) {
    return sip.transferSipParticipant(ROOM, PHONE, to, new TransferSipParticipantOptions());
  }
}
