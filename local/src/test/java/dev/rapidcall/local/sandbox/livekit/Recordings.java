package dev.rapidcall.local.sandbox.livekit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a real LiveKit sent and answered. */
final class Recordings {

  private static final JsonMapper JSON = JsonMapper.shared();

  private Recordings() {}

  /** A call's webhooks in order of arrival, as they were received. */
  static List<JsonNode> received(String call) {
    return text(call + ".jsonl").lines().map(JSON::readTree).toList();
  }

  /** The bodies of a call's webhooks, in order of arrival. */
  static List<JsonNode> webhooks(String call) {
    return received(call).stream()
        .map(line -> JSON.readTree(line.path("body").asString()))
        .toList();
  }

  /** The body of an answer of the API. */
  static JsonNode apiAnswer(String name) {
    return JSON.readTree(text("api-answers.json"))
        .valueStream()
        .filter(answer -> answer.path("case").asString("").equals(name))
        .findFirst()
        .orElseThrow()
        .path("body");
  }

  private static String text(String file) {
    String path = "/recorded/livekit/" + file;
    try (InputStream in = Recordings.class.getResourceAsStream(path)) {
      return new String(Objects.requireNonNull(in, path).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
