package dev.rapidcall.calls.rooms.livekit;

import com.google.protobuf.util.Durations;
import dev.rapidcall.calls.rooms.PhoneTransfers;
import dev.rapidcall.calls.rooms.RoomsException;
import dev.rapidcall.calls.rooms.RoomsException.Kind;
import dev.rapidcall.events.RoomName;
import io.livekit.server.SipService;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import livekit.LivekitSip.TransferSIPParticipantRequest;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import retrofit2.Call;
import retrofit2.Response;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Transfers by LiveKit SIP. */
@Component
class LiveKitPhoneTransfers implements PhoneTransfers {
  private static final Duration FOR_THE_ANSWER = Duration.ofSeconds(1);

  private final SipService sip;
  private final Grants grants;
  private final JsonMapper json;

  LiveKitPhoneTransfers(LiveKitConnection connection, Grants grants, JsonMapper json) {
    this.sip = connection.createPatient(SipService.class);
    this.grants = grants;
    this.json = json;
  }

  @Override
  public void transfer(RoomName room, String identity, String to, Duration within) {
    TransferSIPParticipantRequest request =
        TransferSIPParticipantRequest.newBuilder()
            .setRoomName(room.value())
            .setParticipantIdentity(identity)
            .setTransferTo(to)
            .setRingingTimeout(Durations.fromMillis(within.minus(FOR_THE_ANSWER).toMillis()))
            .build();
    Call<Void> call = sip.transferSipParticipant(request, grants.sipCall(room));
    call.timeout().timeout(within.toMillis(), TimeUnit.MILLISECONDS);
    Response<?> answer = Twirp.execute("TransferSIPParticipant", call);
    if (!answer.isSuccessful()) {
      throw refused(answer);
    }
  }

  /** SIP's own word tells apart what Twirp's codes mix: a callee that is busy is no overload. */
  private RoomsException refused(Response<?> answer) {
    Integer sipStatus = sipStatus(answer.errorBody());
    String message = "LiveKit answered TransferSIPParticipant with " + answer.code();
    return sipStatus == null
        ? new RoomsException(Twirp.kind(answer.code()), message)
        : new RoomsException(Kind.REFUSED, message + ", SIP " + sipStatus, sipStatus);
  }

  private @Nullable Integer sipStatus(@Nullable ResponseBody body) {
    try {
      String code =
          body == null
              ? ""
              : json.readTree(body.string()).path("meta").path("sip_status_code").asString("");
      return code.matches("\\d{3}") ? Integer.valueOf(code) : null;
    } catch (IOException | JacksonException e) {
      return null;
    }
  }
}
