package dev.rapidcall.gateway.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Sends what no decent client would send. */
public final class RawHttp {

  private RawHttp() {}

  /** Writes a request head as it is, and reads the answer to its end as it comes. */
  public static String send(URI to, String head) {
    try (Socket socket = new Socket(to.getHost(), to.getPort())) {
      socket.setSoTimeout(30_000);
      socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
