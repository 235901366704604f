package dev.rapidcall.recordings.uploads;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoundTypeTest {

  @ParameterizedTest
  @CsvSource({
    "audio/webm;codecs=opus, audio/webm, webm",
    "video/webm, video/webm, webm",
    "Audio/Ogg, audio/ogg, ogg",
    "audio/mpeg, audio/mpeg, mp3",
    "audio/x-wav, audio/x-wav, wav",
    "text/html, application/octet-stream, bin",
    "image/svg+xml, application/octet-stream, bin",
    "audio/../../x, application/octet-stream, bin",
    ", application/octet-stream, bin"
  })
  void onlySoundKeepsItsType(String sent, String mime, String extension) {
    assertThat(SoundType.of(sent)).isEqualTo(new SoundType(mime, extension));
  }
}
