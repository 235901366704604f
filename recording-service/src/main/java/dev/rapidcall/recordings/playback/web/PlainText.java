package dev.rapidcall.recordings.playback.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The streaming routes answer errors in plain text, as their clients expect. */
final class PlainText {
  private PlainText() {}

  static void send(HttpServletResponse response, int status, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    response.setStatus(status);
    response.setContentType("text/plain;charset=UTF-8");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
