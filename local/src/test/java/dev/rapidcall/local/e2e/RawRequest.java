package dev.rapidcall.local.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Announces a body of some size and never sends it: who refuses it need not see it. */
final class RawRequest {
  private RawRequest() {}

  /** The answer as text, headers and all. */
  static String announcing(
      long length, String contentType, String method, String path, Map<String, String> headers) {
    URI gateway = Platform.gateway();
    StringBuilder head =
        new StringBuilder(method + " " + path + " HTTP/1.1\r\n")
            .append("Host: " + gateway.getAuthority() + "\r\n")
            .append("Connection: close\r\n")
            .append("Content-Type: " + contentType + "\r\n")
            .append("Content-Length: " + length + "\r\n");
    headers.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
    head.append("\r\n");
    try (Socket socket = new Socket(gateway.getHost(), gateway.getPort())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      socket.shutdownOutput(); // else the server waits for the body before it closes
      BufferedReader answer =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
      return answer.lines().collect(Collectors.joining("\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
