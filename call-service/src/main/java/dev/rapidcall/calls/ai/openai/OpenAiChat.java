package dev.rapidcall.calls.ai.openai;

import dev.rapidcall.calls.ai.AiSettings;
import dev.rapidcall.calls.ai.BoundedHttp;
import dev.rapidcall.calls.ai.BoundedHttp.Bounds;
import dev.rapidcall.calls.ai.ChatModel;
import dev.rapidcall.calls.ai.ChatRequest;
import dev.rapidcall.calls.ai.ProviderException;
import dev.rapidcall.calls.ai.ProviderException.Kind;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Chat completions, as OpenAI and many others serve them. */
@Component
class OpenAiChat implements ChatModel {
  private static final long LARGEST_ANSWER = 2_000_000;

  private final AiSettings settings;
  private final BoundedHttp http;
  private final URI completions;
  private final JsonMapper json;

  OpenAiChat(AiSettings settings, JsonMapper json) {
    this.settings = settings;
    this.json = json;
    this.completions = URI.create(withoutSlash(settings.baseUrl()) + "/chat/completions");
    this.http =
        new BoundedHttp(
            "The language model's API",
            new Bounds(
                settings.connectTimeout(), settings.timeout(), LARGEST_ANSWER, settings.atOnce()));
  }

  @Override
  public String answer(ChatRequest request) {
    if (!settings.isConfigured()) {
      throw new ProviderException(Kind.NOT_CONFIGURED, "OPENAI_API_KEY is not set");
    }
    byte[] body =
        http.send(
            HttpRequest.newBuilder(completions)
                .header("Authorization", "Bearer " + settings.apiKey().value())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(json.writeValueAsBytes(body(request))))
                .build());
    String text = content(body).strip();
    if (text.isEmpty()) {
      throw new ProviderException(Kind.NONSENSE, "The model said nothing");
    }
    return text;
  }

  private static Map<String, Object> body(ChatRequest request) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("model", request.model());
    body.put("temperature", request.temperature());
    body.put(
        "messages",
        List.of(
            Map.of("role", "system", "content", request.instructions()),
            Map.of("role", "user", "content", request.material())));
    if (request.json()) {
      body.put("response_format", Map.of("type", "json_object"));
    }
    return body;
  }

  private String content(byte[] body) {
    try {
      JsonNode content =
          json.readTree(body).path("choices").path(0).path("message").path("content");
      return content.isString() ? content.asString() : "";
    } catch (JacksonException e) {
      throw new ProviderException(Kind.NONSENSE, "The language model's API answered no JSON");
    }
  }

  private static String withoutSlash(URI url) {
    String text = url.toString();
    return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }
}
