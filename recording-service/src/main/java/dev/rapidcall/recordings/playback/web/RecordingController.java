package dev.rapidcall.recordings.playback.web;

import dev.rapidcall.events.CallId;
import dev.rapidcall.events.Id;
import dev.rapidcall.recordings.ledger.RecordingStatus;
import dev.rapidcall.recordings.ledger.RecordingView;
import dev.rapidcall.recordings.ledger.RecordingViews;
import dev.rapidcall.recordings.playback.CountPlay;
import dev.rapidcall.recordings.playback.PlaybackLinks;
import dev.rapidcall.recordings.playback.PlaybackTokens;
import dev.rapidcall.service.errors.ApiException.Conflict;
import dev.rapidcall.service.errors.ApiException.NotFound;
import dev.rapidcall.service.errors.ApiException.Unavailable;
import dev.rapidcall.service.identity.Caller;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The recording of a call: its bytes, and links to them. */
@RestController
@RequestMapping("/api/calls/{id}")
class RecordingController {
  private static final String NOT_FOUND = "Recording not found";
  private static final String NOT_READY = "Recording is not ready";
  private final RecordingViews recordings;
  private final RecordingStream stream;
  private final PlaybackTokens tokens;
  private final PlaybackLinks links;
  private final CountPlay countPlay;

  RecordingController(
      RecordingViews recordings,
      RecordingStream stream,
      PlaybackTokens tokens,
      PlaybackLinks links,
      CountPlay countPlay) {
    this.recordings = recordings;
    this.stream = stream;
    this.tokens = tokens;
    this.links = links;
    this.countPlay = countPlay;
  }

  /** A call's recording; ranges are served. */
  @RequestMapping(
      path = "/recording",
      method = {RequestMethod.GET, RequestMethod.HEAD})
  @ApiResponse(
      responseCode = "200",
      content =
          @Content(mediaType = "audio/mpeg", schema = @Schema(type = "string", format = "binary")))
  void recording(
      @PathVariable String id,
      Caller caller,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    send(call(id).flatMap(call -> recordings.find(call, caller.workspace())), request, response);
  }

  /** A link that works for so many seconds. */
  record Link(String url, long expiresInSeconds) {}

  /** A link to a call's recording that works for a while. */
  @GetMapping(path = "/recording-url", produces = MediaType.APPLICATION_JSON_VALUE)
  Link link(@PathVariable String id, Caller caller) {
    RecordingView recording =
        call(id)
            .flatMap(call -> recordings.find(call, caller.workspace()))
            .filter(RecordingView::isOfSomething)
            .orElseThrow(() -> new NotFound(NOT_FOUND));
    if (recording.status() != RecordingStatus.READY) {
      throw new Conflict(NOT_READY, Map.of("status", ShownStatus.of(recording.status())));
    }
    if (!tokens.canSign()) {
      throw new Unavailable("Links to recordings are not configured", 60);
    }
    return new Link(links.to(recording.call()), PlaybackTokens.LIFE.toSeconds());
  }

  /** The recording that a link leads to; ranges are served. */
  @RequestMapping(
      path = "/recording-playback",
      method = {RequestMethod.GET, RequestMethod.HEAD})
  @ApiResponse(
      responseCode = "200",
      content =
          @Content(mediaType = "audio/mpeg", schema = @Schema(type = "string", format = "binary")))
  void playback(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String token,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    response.setHeader(HttpHeaders.CACHE_CONTROL, "private, max-age=0, no-store");
    Optional<CallId> allowed = call(id).filter(call -> tokens.allows(call, token));
    if (allowed.isEmpty()) {
      PlainText.send(
          response, HttpServletResponse.SC_UNAUTHORIZED, "Invalid or expired playback token");
      return;
    }
    if (send(allowed.flatMap(recordings::find), request, response)) {
      countPlay.count(allowed.get());
    }
  }

  private boolean send(
      Optional<RecordingView> call, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<RecordingView> recording = call.filter(RecordingView::isOfSomething);
    if (recording.isEmpty()) {
      PlainText.send(response, HttpServletResponse.SC_NOT_FOUND, NOT_FOUND);
      return false;
    }
    if (recording.get().status() != RecordingStatus.READY) {
      PlainText.send(response, HttpServletResponse.SC_CONFLICT, NOT_READY);
      return false;
    }
    return stream.send(recording.get(), request, response);
  }

  private static Optional<CallId> call(String id) {
    return id.isBlank() || id.length() > Id.MAX_LENGTH
        ? Optional.empty()
        : Optional.of(new CallId(id));
  }
}
