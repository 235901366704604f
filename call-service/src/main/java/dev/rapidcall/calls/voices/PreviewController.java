package dev.rapidcall.calls.voices;

import dev.rapidcall.calls.input.ReadBy;
import dev.rapidcall.service.identity.Caller;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
class PreviewController {
  private final PreviewVoice previewVoice;

  PreviewController(PreviewVoice previewVoice) {
    this.previewVoice = previewVoice;
  }

  /** Lets a voice say a text. */
  @PostMapping("/api/tts/preview")
  @ApiResponse(
      responseCode = "200",
      content =
          @Content(mediaType = "audio/mpeg", schema = @Schema(type = "string", format = "binary")))
  ResponseEntity<byte[]> preview(
      Caller caller,
      @ReadBy(PreviewVoice.Rules.class) @RequestBody(required = false) @Nullable JsonNode body) {
    caller.workspace(); // only for people of a workspace
    Speech speech = previewVoice.preview(body);
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(speech.contentType()))
        .cacheControl(CacheControl.noStore())
        .body(speech.audio());
  }
}
