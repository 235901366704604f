package dev.rapidcall.local.sandbox.ai;

import com.sun.net.httpserver.Headers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** OpenAI's chat completions. */
final class ChatCompletions implements Door.Provider {

  private final String key;
  private final Clock clock;

  ChatCompletions(String key, Clock clock) {
    this.key = key;
    this.clock = clock;
  }

  @Override
  public boolean knows(Headers headers) {
    return ("Bearer " + key).equals(headers.getFirst("Authorization"));
  }

  @Override
  public Object refusal(int status, String message) {
    return Map.of("error", Map.of("message", message, "type", "sandbox_error"));
  }

  @Override
  public Reply answer(String path, Headers headers, JsonNode body) {
    List<JsonNode> messages = body.path("messages").valueStream().toList();
    if (messages.isEmpty()) {
      throw new IllegalArgumentException("messages is missing");
    }
    String instructions = content(messages, "system");
    String material = content(messages, "user");
    return said(Door.text(body, "model"), Model.answer(instructions, material));
  }

  @Override
  public Reply nonsense() {
    return said("sandbox", "I am afraid I do not feel like it today.");
  }

  private Reply said(String model, String words) {
    String id = UUID.nameUUIDFromBytes(words.getBytes(StandardCharsets.UTF_8)).toString();
    return Reply.json(
        200,
        Map.of(
            "id",
            "chatcmpl-" + id,
            "object",
            "chat.completion",
            "created",
            clock.instant().getEpochSecond(),
            "model",
            model,
            "choices",
            List.of(
                Map.of(
                    "index",
                    0,
                    "message",
                    Map.of("role", "assistant", "content", words),
                    "finish_reason",
                    "stop"))));
  }

  private static String content(List<JsonNode> messages, String role) {
    return messages.stream()
        .filter(message -> message.path("role").asString("").equals(role))
        .map(message -> message.path("content").asString(""))
        .reduce((first, second) -> first + "\n" + second)
        .orElse("");
  }
}
