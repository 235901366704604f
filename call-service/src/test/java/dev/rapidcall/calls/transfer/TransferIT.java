package dev.rapidcall.calls.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.calls.lifecycle.Stage.PlayedCall;
import dev.rapidcall.calls.rooms.RoomsException;
import dev.rapidcall.calls.testing.AfterCallsIT;
import dev.rapidcall.calls.testing.Api.Answer;
import dev.rapidcall.events.CallId;
import dev.rapidcall.events.ParticipantKind;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransferIT extends AfterCallsIT {
  private static final String TRANSFERRED = "rapidcall.call.transfer-requested.v1";
  private static final String BODY = "{\"transferTo\":\"+15559998888\"}";
  private static final String AGENT = "agent00001";

  @Test
  void thePhoneIsHandedOnAndTheCallEndsAsTransferredWhenItLeaves() {
    PlayedCall played = phoneCall();

    Answer answer = transfer(played.id(), " +15559998888 ");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().path("ok").asBoolean()).isTrue();
    assertThat(answer.body().path("status").asString()).isEqualTo("transferred");
    assertThat(phones.transfers).containsExactly("sip_1 to tel:+15559998888");
    assertThat(call(played.id()).path("endedAt").isNull()).isTrue();
    played.callerLeaves();
    assertThat(call(played.id()).path("outcome").asString()).isEqualTo("transferred");
    assertThat(entries(played.id(), TRANSFERRED)).hasSize(1);
  }

  @Test
  void thePhoneMayHaveLeftBeforeWeHearThatItWasHandedOn() {
    PlayedCall played = phoneCall();
    phones.meanwhile = played::callerLeaves;

    assertThat(transfer(played.id(), "+15559998888").status()).isEqualTo(200);

    assertThat(call(played.id()).path("outcome").asString()).isEqualTo("transferred");
    assertThat(entries(played.id(), "rapidcall.call.ended.v1")).hasSize(1);
  }

  @Test
  @DisplayName("weakness 15: the answer to a transfer waits for no model")
  void noModelIsAsked() {
    provider.hangs();
    PlayedCall played = phoneCall();
    said(played.id(), "Please transfer me to a person.");

    assertThat(transfer(played.id(), "sip:front@desk.example").status()).isEqualTo(200);

    assertThat(phones.transfers).containsExactly("sip_1 to sip:front@desk.example");
    assertThat(provider.requests()).isEmpty();
  }

  @Test
  @DisplayName("weakness 5: two transfers at once are one")
  void twoTransfersAtOnceAreOne() throws Exception {
    PlayedCall played = phoneCall();
    CountDownLatch ringing = new CountDownLatch(1);
    CountDownLatch answered = new CountDownLatch(1);
    phones.meanwhile =
        () -> {
          ringing.countDown();
          await(answered);
        };

    try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
      Future<Answer> first = threads.submit(() -> transfer(played.id(), "+15559998888"));
      await(ringing);
      assertThat(transfer(played.id(), "+15559998888").status()).isEqualTo(409);
      answered.countDown();
      assertThat(first.get().status()).isEqualTo(200);
    }

    assertThat(transfer(played.id(), "+15559998888").status()).as("the same again").isEqualTo(200);
    assertThat(transfer(played.id(), "+15550001111").status()).as("another one").isEqualTo(409);
    assertThat(phones.transfers).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "486,The other side is busy.",
    "603,The other side declined the call.",
    "404,The number cannot be reached.",
    "487,The other side does not answer.",
    "500,The call could not be transferred."
  })
  void aTransferThatFailsIsToldInWordsAndLeavesNoFact(int sipStatus, String message) {
    PlayedCall played = phoneCall();
    phones.failure = new RoomsException(RoomsException.Kind.REFUSED, "refused", sipStatus);

    Answer failed = transfer(played.id(), "+15559998888");

    assertThat(failed.status()).isEqualTo(502);
    assertThat(failed.body().path("error").asString()).isNotBlank();
    assertThat(failed.body().path("message").asString()).isEqualTo(message);
    assertThat(failed.body().path("sipStatusCode").asInt()).isEqualTo(sipStatus);
    assertThat(entries(played.id(), TRANSFERRED)).isEmpty();

    phones.failure = null;
    assertThat(transfer(played.id(), "+15550001111").status()).as("tried again").isEqualTo(200);
  }

  @Test
  void aFailedTransferIsNoTransferWhenThePhoneThenHangsUp() {
    PlayedCall played = phoneCall();
    phones.failure = new RoomsException(RoomsException.Kind.UNREACHABLE, "no answer");
    Answer failed = transfer(played.id(), "+15559998888");
    assertThat(failed.status()).isEqualTo(502);
    assertThat(failed.body().has("sipStatusCode")).isFalse();

    played.callerLeaves();

    assertThat(call(played.id()).path("outcome").asString()).isEqualTo("user_hangup");
  }

  @Test
  void aTransferWhoseAnswerWasLostIsOneWhenThePhoneLeavesSoonAndIsNotAskedForTwice() {
    PlayedCall played = phoneCall();
    stage.pass(Duration.ofSeconds(20));
    phones.failure = new RoomsException(RoomsException.Kind.UNREACHABLE, "no answer");
    assertThat(transfer(played.id(), "+15559998888").status()).isEqualTo(502);
    phones.failure = null;

    assertThat(transfer(played.id(), "+15559998888").status()).as("at it").isEqualTo(409);
    played.callerLeaves();

    assertThat(phones.transfers).hasSize(1);
    assertThat(call(played.id()).path("outcome").asString()).isEqualTo("transferred");
  }

  @Test
  void aPhoneThatStaysWasNotHandedOnAndMayBeLater() {
    PlayedCall played = phoneCall();
    phones.failure = new RoomsException(RoomsException.Kind.UNREACHABLE, "no answer");
    transfer(played.id(), "+15559998888");
    phones.failure = null;

    stage.pass(Duration.ofSeconds(21));

    assertThat(transfer(played.id(), "+15559998888").status()).isEqualTo(200);
    assertThat(phones.transfers).hasSize(2);
  }

  @Test
  void aHangUpWhileTheOtherSideRangAndWasBusyIsCorrected() {
    PlayedCall played = phoneCall();
    stage.pass(Duration.ofSeconds(20));
    phones.failure = new RoomsException(RoomsException.Kind.REFUSED, "busy", 486);
    phones.meanwhile =
        () -> {
          played.callerLeaves();
          assertThat(call(played.id()).path("outcome").asString()).isEqualTo("transferred");
        };

    assertThat(transfer(played.id(), "+15559998888").status()).isEqualTo(502);

    assertThat(call(played.id()).path("outcome").asString()).isEqualTo("user_hangup");
  }

  @Test
  void theRecorderIsNeverTakenForThePhone() {
    PlayedCall played =
        stage.phoneCall(OURS, AGENT).inRoom(ParticipantKind.EGRESS, ParticipantKind.AGENT);

    Answer refused = transfer(played.id(), "+15559998888");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body().path("participantCount").asInt()).isEqualTo(2);
    assertThat(phones.transfers).isEmpty();
  }

  @Test
  void whatCannotBeTransferredIsRefused() {
    PlayedCall web = stage.webCall(OURS, AGENT).inRoom(ParticipantKind.STANDARD);
    PlayedCall roomless = stage.phoneCall(OURS, AGENT).withoutRoom();
    PlayedCall over = phoneCall().callerLeaves();

    for (CallId call : List.of(web.id(), roomless.id(), over.id())) {
      Answer refused = transfer(call, "+15559998888");
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.body().path("error").asString()).isNotBlank();
    }
    assertThat(transfer(new CallId("call_nope"), "+15559998888").status()).isEqualTo(404);
    assertThat(agent.post("/api/internal/calls/" + "x".repeat(999) + "/transfer", BODY).status())
        .isEqualTo(404);
    assertThat(transfer(over.id(), " ").status()).isEqualTo(400);
    assertThat(transfer(over.id(), "1".repeat(81)).status()).isEqualTo(400);
    assertThat(agent.post(path(over.id()), "{}").body().path("error").asString())
        .isEqualTo("Validation failed");
    assertThat(us.post(path(over.id()), "{\"transferTo\":\"1\"}").status())
        .as("only the voice agent")
        .isEqualTo(403);
    stage.liveKitIsAway();
    assertThat(transfer(phoneCall().id(), "+15559998888").status()).isEqualTo(502);
    assertThat(phones.transfers).isEmpty();
  }

  private PlayedCall phoneCall() {
    return stage
        .phoneCall(OURS, AGENT)
        .inRoom(ParticipantKind.EGRESS, ParticipantKind.AGENT, ParticipantKind.SIP);
  }

  private Answer transfer(CallId call, String to) {
    return agent.post(path(call), "{\"transferTo\":\"" + to + "\"}");
  }

  private static String path(CallId call) {
    return "/api/internal/calls/" + call + "/transfer";
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
