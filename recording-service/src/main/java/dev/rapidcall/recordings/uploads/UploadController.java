package dev.rapidcall.recordings.uploads;

import dev.rapidcall.events.CallId;
import dev.rapidcall.events.Id;
import dev.rapidcall.recordings.ledger.RecordingView;
import dev.rapidcall.recordings.objects.FilesException;
import dev.rapidcall.recordings.uploads.TakeUpload.Taken;
import dev.rapidcall.service.errors.ApiException;
import dev.rapidcall.service.errors.ApiException.BadGateway;
import dev.rapidcall.service.errors.ApiException.BadRequest;
import dev.rapidcall.service.errors.ApiException.NotFound;
import dev.rapidcall.service.errors.ApiException.Unavailable;
import dev.rapidcall.service.identity.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.SchemaProperty;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;

/** Recordings that people upload. */
@RestController
class UploadController {
  private static final Logger log = LoggerFactory.getLogger(UploadController.class);
  private static final int RETRY_AFTER_SECONDS = 5;
  private static final int NOT_CONFIGURED = 60;

  private final TakeUpload takeUpload;

  UploadController(TakeUpload takeUpload) {
    this.takeUpload = takeUpload;
  }

  /** The recording as calls show it, in the place of the one that was made. */
  record Recording(
      String kind, String filename, String mime, long sizeBytes, String status, String url) {}

  record Answer(boolean ok, String recordingUrl, Recording recording) {}

  /** Takes a recording in the place of a call's own. */
  @PostMapping("/api/calls/{id}/recording")
  @Operation(
      requestBody =
          @io.swagger.v3.oas.annotations.parameters.RequestBody(
              content =
                  @Content(
                      mediaType = "multipart/form-data",
                      schemaProperties = {
                        @SchemaProperty(
                            name = "file",
                            schema = @Schema(type = "string", format = "binary"))
                      })))
  ResponseEntity<Answer> upload(
      @PathVariable String id, Caller caller, HttpServletRequest request) {
    RecordingView call = find(id, caller);
    if (!takeUpload.isConfigured()) {
      throw new Unavailable("Recordings are not configured: there is no storage", NOT_CONFIGURED);
    }
    // Only now are the parts read.
    MultipartHttpServletRequest parts =
        WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
    MultipartFile file = parts == null ? null : parts.getFile("file");
    if (file == null || file.isEmpty()) {
      throw new BadRequest("Missing file");
    }
    Taken taken;
    try {
      taken = takeUpload.take(call, file.getContentType(), file.getSize(), () -> open(file));
    } catch (FilesException e) {
      log.warn("[recording.upload] {}", e.getMessage());
      throw translated(e);
    }
    String url = "/api/calls/" + call.call() + "/recording";
    return ResponseEntity.ok()
        .header("X-Event-Id", taken.event().value())
        .body(new Answer(true, url, recording(taken, url)));
  }

  private RecordingView find(String id, Caller caller) {
    CallId call = id.isBlank() || id.length() > Id.MAX_LENGTH ? null : new CallId(id);
    return takeUpload
        .callOf(orNotFound(call), caller.workspace())
        .orElseThrow(UploadController::unknown);
  }

  private static CallId orNotFound(@Nullable CallId call) {
    if (call == null) {
      throw unknown();
    }
    return call;
  }

  private static Recording recording(Taken taken, String url) {
    return new Recording(
        "upload", taken.filename(), taken.type().mime(), taken.sizeBytes(), "ready", url);
  }

  private static InputStream open(MultipartFile file) {
    try {
      return file.getInputStream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static NotFound unknown() {
    return new NotFound("Call not found");
  }

  private static ApiException translated(FilesException problem) {
    return switch (problem.fault()) {
      case REFUSED, OUT_OF_RANGE -> new BadGateway("The recording storage refused us", Map.of());
      case UNREACHABLE ->
          new Unavailable("The recording storage cannot be reached", RETRY_AFTER_SECONDS);
    };
  }
}
