package dev.rapidcall.recordings.playback.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapidcall.events.CallId;
import dev.rapidcall.events.RoomName;
import dev.rapidcall.events.WorkspaceId;
import dev.rapidcall.recordings.RecordingService;
import dev.rapidcall.recordings.ledger.RecordFact;
import dev.rapidcall.recordings.ledger.RecordingFact.ObjectFound;
import dev.rapidcall.recordings.ledger.RecordingFact.Wanted;
import dev.rapidcall.recordings.objects.FilesException.Fault;
import dev.rapidcall.recordings.testing.Api;
import dev.rapidcall.service.identity.Caller;
import dev.rapidcall.service.identity.InternalTokens;
import dev.rapidcall.testing.RapidCallIT;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** The storage fails while somebody listens. */
@RapidCallIT(
    classes = RecordingService.class,
    properties = {"spring.config.name=recording-service", "rapidcall.messaging.consumers=false"})
@Import(StorageTroubleIT.Configuration.class)
class StorageTroubleIT {
  private static final Instant NOW = Instant.parse("2026-11-23T00:05:15Z");
  private static final WorkspaceId WORKSPACE = new WorkspaceId("ws_1");
  private static final Caller USER = Api.user(WORKSPACE);
  private static final CallId CALL = new CallId("call_troubled");
  private static final String PATH = "/api/calls/" + CALL + "/recording";
  private final BrokenFiles files;
  private final Api api;

  @TestConfiguration(proxyBeanMethods = false)
  static class Configuration {
    @Bean
    @Primary
    BrokenFiles brokenFiles() {
      return new BrokenFiles();
    }
  }

  @Autowired
  StorageTroubleIT(
      BrokenFiles files, RecordFact recordFact, @LocalServerPort int port, InternalTokens tokens) {
    this.files = files;
    this.api = new Api(port, tokens);
    recordFact.record(
        CALL,
        List.of(
            new Wanted(NOW, WORKSPACE, new RoomName("call-troubled"), "calls/t.mp3"),
            new ObjectFound(NOW, "calls/t.mp3", BrokenFiles.PROMISED)));
  }

  @ParameterizedTest
  @CsvSource({"UNREACHABLE, 503", "REFUSED, 502", "OUT_OF_RANGE, 416"})
  @DisplayName("weakness 19: what S3 fails at is told as such, and is no 500")
  void whatTheStorageFailsAtIsNeverOurError(Fault fault, int status) {
    files.failWith(fault);

    HttpResponse<byte[]> answer = api.get(USER, PATH, "Range", "bytes=0-1");

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
    assertThat(new String(answer.body(), UTF_8)).isNotBlank();
  }

  @Test
  void aFileThatBreaksOffEndsTheConnectionAndIsNeverPaddedWithAnError() {
    files.breakOff();

    assertThatThrownBy(() -> api.tryToGet(USER, PATH)).isInstanceOf(IOException.class);
  }
}
