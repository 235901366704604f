package dev.rapidcall.recordings.playback.web;

import dev.rapidcall.recordings.ledger.RecordingView;
import dev.rapidcall.recordings.objects.FilePart;
import dev.rapidcall.recordings.objects.FileStream;
import dev.rapidcall.recordings.objects.FilesException;
import dev.rapidcall.recordings.objects.RecordedFiles;
import dev.rapidcall.recordings.playback.RangeHeader;
import dev.rapidcall.recordings.playback.RequestedPart.Part;
import dev.rapidcall.recordings.playback.RequestedPart.Unsatisfiable;
import dev.rapidcall.recordings.playback.RequestedPart.Whole;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Sends a recording, or the part of it that was asked for, a piece at a time. */
@Component
class RecordingStream {
  private static final Logger log = LoggerFactory.getLogger(RecordingStream.class);
  private static final long READ_AHEAD = 2L * 1024 * 1024;
  private final RecordedFiles files;

  RecordingStream(RecordedFiles files) {
    this.files = files;
  }

  /** Answers the request; true if somebody surely heard it all. */
  boolean send(RecordingView recording, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    long size = Objects.requireNonNull(recording.sizeBytes());
    response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
    if (request.getMethod().equals("HEAD")) {
      head(response, recording, HttpServletResponse.SC_OK, size);
      return false;
    }
    return switch (RangeHeader.read(range(request), size)) {
      case Whole whole -> deliver(recording, null, size, response);
      case Part some -> deliver(recording, some.part(), size, response);
      case Unsatisfiable unsatisfiable -> outOfRange(size, response);
    };
  }

  /** We give out no validator, so a conditional range can never hold: the whole file is right. */
  private static @Nullable String range(HttpServletRequest request) {
    return request.getHeader(HttpHeaders.IF_RANGE) == null
        ? request.getHeader(HttpHeaders.RANGE)
        : null;
  }

  private boolean deliver(
      RecordingView recording, @Nullable FilePart part, long size, HttpServletResponse response)
      throws IOException {
    Optional<FileStream> opened;
    try {
      opened = files.open(recording.location(), part);
    } catch (FilesException e) {
      return refuse(e, size, response);
    }
    if (opened.isEmpty()) {
      PlainText.send(response, HttpServletResponse.SC_NOT_FOUND, "Recording file not found");
      return false;
    }
    try (FileStream file = opened.get()) {
      copy(recording, file, part, response);
      return part == null || isHeard(part, file.fileSize());
    }
  }

  /**
   * A page that is opened asks for the file from its beginning, before anybody presses play. It
   * stops reading where its buffer is full, so of a file that fits in there nothing can be told.
   */
  private static boolean isHeard(FilePart part, long fileSize) {
    return part.first() == 0 && part.last() == fileSize - 1 && fileSize > READ_AHEAD;
  }

  private static void copy(
      RecordingView recording,
      FileStream file,
      @Nullable FilePart part,
      HttpServletResponse response)
      throws IOException {
    if (part != null) {
      response.setHeader(
          HttpHeaders.CONTENT_RANGE,
          "bytes "
              + part.first()
              + "-"
              + (part.first() + file.length() - 1)
              + "/"
              + file.fileSize());
    }
    head(
        response,
        recording,
        part == null ? HttpServletResponse.SC_OK : HttpServletResponse.SC_PARTIAL_CONTENT,
        file.length());
    // Once the head is out, all that can be said of a failure is a connection that breaks off.
    response.flushBuffer();
    file.bytes().transferTo(response.getOutputStream());
    response.flushBuffer();
  }

  private static void head(
      HttpServletResponse response, RecordingView recording, int status, long length) {
    response.setStatus(status);
    response.setContentType(recording.mime());
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setContentLengthLong(length);
  }

  private static boolean refuse(FilesException problem, long size, HttpServletResponse response)
      throws IOException {
    switch (problem.fault()) {
      case OUT_OF_RANGE -> outOfRange(size, response);
      case REFUSED ->
          PlainText.send(
              response, HttpServletResponse.SC_BAD_GATEWAY, "The recording storage refused us");
      case UNREACHABLE -> {
        response.setHeader(HttpHeaders.RETRY_AFTER, "5");
        PlainText.send(
            response,
            HttpServletResponse.SC_SERVICE_UNAVAILABLE,
            "The recording storage cannot be reached");
      }
    }
    log.warn("recording: {}", problem.getMessage());
    return false;
  }

  private static boolean outOfRange(long size, HttpServletResponse response) throws IOException {
    response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + size);
    PlainText.send(
        response,
        HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE,
        "Requested range not satisfiable");
    return false;
  }
}
