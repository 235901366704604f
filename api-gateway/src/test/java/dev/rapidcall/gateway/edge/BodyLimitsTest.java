package dev.rapidcall.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodyLimitsTest {

  @ParameterizedTest
  @CsvSource({
    "/api/agents, application/json, 10240",
    "/api/agents,, 10240",
    "/api/agents, multipart/form-data; boundary=x, 10240",
    "/api/agents, application/x-www-form-urlencoded;charset=UTF-8, 100",
    "/api/internal/calls/c1/end, application/json, 10240",
    "/api/auth/login, application/json, 100",
    "/api/auth/login, multipart/form-data; boundary=x, 100",
    "/api/livekit/webhook, application/webhook+json, 1024",
    "/api/livekit/webhook, multipart/x, 1024",
    "/api/twilio/inbound, application/x-www-form-urlencoded, 1024",
    "/api/calls/c1/recording-playback, multipart/x, 100",
    "/api/internal/calls/c1/end, multipart/x, 10240",
    "/api/kb/folders/f1/pdf, multipart/form-data; boundary=x, 20544",
    "/api/kb/folders/f1/pdf, application/json, 10240",
    "/api/kb/folders/f1/f2/pdf, multipart/form-data; boundary=x, 10240",
    "/api/calls/c1/recording, Multipart/Form-Data; boundary=x, 51264",
    "/api/calls/c1/recording, audio/mpeg, 10240",
  })
  void everyBodyHasItsLimit(String path, String type, long kib) {
    assertThat(BodyLimits.of(path, Door.of(path), type)).isEqualTo(kib * 1024);
  }
}
