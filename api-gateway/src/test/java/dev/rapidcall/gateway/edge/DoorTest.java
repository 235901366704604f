package dev.rapidcall.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoorTest {

  @ParameterizedTest
  @CsvSource({
    "/api/livekit/webhook, WEBHOOK",
    "/api/livekit/webhook/x, USER",
    "/api/stripe/webhook, WEBHOOK",
    "/api/twilio/inbound, WEBHOOK",
    "/api/twilio/calls/CA1/ips, USER",
    "/api/auth/login, SIGN_IN",
    "/api/auth/register, SIGN_IN",
    "/api/auth/logout, USER",
    "/api/me, USER",
    "/api, USER",
    "/api/anything/new, USER",
    "/api/calls/call_1, USER",
    "/api/calls/call_1/end, USER",
    "/api/calls/call_1/recording, USER",
    "/api/calls/call_1/recording-playback, PUBLIC",
    "/api/calls/call_1/metrics, AGENT",
    "/api/calls/a/b/metrics, USER",
    "/api/internal/calls/call_1/end, AGENT",
    "/api/internal/anything/new, AGENT",
    "/health, PUBLIC",
    "/, PUBLIC",
    "/apix, PUBLIC",
  })
  void everyPathHasItsDoor(String path, Door door) {
    assertThat(Door.of(path)).isEqualTo(door);
  }
}
