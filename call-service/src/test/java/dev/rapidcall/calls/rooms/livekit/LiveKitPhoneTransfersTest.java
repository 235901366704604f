package dev.rapidcall.calls.rooms.livekit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.InvalidProtocolBufferException;
import com.sun.net.httpserver.HttpServer;
import dev.rapidcall.calls.rooms.RoomsException;
import dev.rapidcall.calls.rooms.RoomsException.Kind;
import dev.rapidcall.events.RoomName;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import livekit.LivekitSip.TransferSIPParticipantRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The adapter against LiveKit SIP's wire protocol. */
class LiveKitPhoneTransfersTest {
  private static final RoomName ROOM = new RoomName("call-_+15557654321_abcdef");
  private static final String BUSY =
      """
      {"code":"resource_exhausted","msg":"twirp error unknown: sip status: 486: Busy Here",
       "meta":{"sip_status":"Busy Here","sip_status_code":"486"}}
      """;

  private final CountDownLatch closed = new CountDownLatch(1);
  private HttpServer server;
  private LiveKitPhoneTransfers phones;
  private int status = 200;
  private String answer = "";
  private boolean hangs;
  private byte[] asked = {};
  private String path = "";
  private String authorization = "";

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/",
        exchange -> {
          asked = exchange.getRequestBody().readAllBytes();
          path = exchange.getRequestURI().getPath();
          authorization = exchange.getRequestHeaders().getFirst("Authorization");
          if (hangs) {
            awaitClosed();
          }
          byte[] body = answer.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    LiveKitProperties properties =
        new LiveKitProperties(
            "ws://localhost:" + server.getAddress().getPort(),
            "devkey",
            "a-secret-of-at-least-thirty-two-characters",
            Duration.ofMillis(1));
    phones =
        new LiveKitPhoneTransfers(
            new LiveKitConnection(properties, new SimpleMeterRegistry()),
            new Grants(properties),
            JsonMapper.shared());
  }

  @AfterEach
  void stop() {
    closed.countDown();
    server.stop(0);
  }

  @Test
  void aPhoneIsHandedOnWithTheGrantsThatLiveKitWantsHoweverLongItRings()
      throws InvalidProtocolBufferException {
    phones.transfer(ROOM, "sip_+15557654321", "tel:+15559998888", Duration.ofSeconds(10));

    assertThat(path).isEqualTo("/twirp/livekit.SIP/TransferSIPParticipant");
    TransferSIPParticipantRequest request = TransferSIPParticipantRequest.parseFrom(asked);
    assertThat(request.getRoomName()).isEqualTo(ROOM.value());
    assertThat(request.getParticipantIdentity()).isEqualTo("sip_+15557654321");
    assertThat(request.getTransferTo()).isEqualTo("tel:+15559998888");
    assertThat(request.getRingingTimeout().getSeconds()).isEqualTo(9);
    assertThat(request.getPlayDialtone()).isFalse();
    assertThat(claims())
        .contains("\"sip\":{\"call\":true}", "\"roomAdmin\":true", "\"room\":\"" + ROOM + "\"");
  }

  @Test
  void whatTheOtherSideSaysIsToldApartFromWhatLiveKitSays() {
    status = 429;
    answer = BUSY;
    RoomsException busy = failure(Duration.ofSeconds(10));
    assertThat(busy.kind()).isEqualTo(Kind.REFUSED);
    assertThat(busy.sipStatus()).isEqualTo(486);

    answer = "{\"code\":\"resource_exhausted\",\"msg\":\"cpu exhausted\"}";
    RoomsException overloaded = failure(Duration.ofSeconds(10));
    assertThat(overloaded.kind()).isEqualTo(Kind.UNREACHABLE);
    assertThat(overloaded.sipStatus()).isNull();

    status = 401;
    answer = "invalid token: ey…";
    assertThat(failure(Duration.ofSeconds(10))).hasMessageNotContaining("ey…");
  }

  @Test
  void anAnswerThatDoesNotComeIsGivenUp() {
    hangs = true;

    assertThat(failure(Duration.ofMillis(1100)).kind()).isEqualTo(Kind.UNREACHABLE);
  }

  private RoomsException failure(Duration within) {
    return catchThrowableOfType(
        RoomsException.class, () -> phones.transfer(ROOM, "sip_1", "tel:+1555", within));
  }

  private String claims() {
    return new String(
        Base64.getUrlDecoder().decode(authorization.split("\\.", -1)[1]), StandardCharsets.UTF_8);
  }

  private void awaitClosed() {
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
