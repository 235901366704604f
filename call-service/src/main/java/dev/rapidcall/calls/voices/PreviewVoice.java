package dev.rapidcall.calls.voices;

import dev.rapidcall.calls.ai.ProviderException;
import dev.rapidcall.calls.input.BodyRules;
import dev.rapidcall.calls.input.InputObject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Lets a person hear a voice before an agent gets it. */
@Component
class PreviewVoice {
  private static final Logger log = LoggerFactory.getLogger(PreviewVoice.class);

  private final List<Voices> voices;

  PreviewVoice(List<Voices> voices) {
    this.voices = voices;
  }

  /** A voice and what it shall say. */
  static final class Rules implements BodyRules {
    @Override
    public void accept(InputObject fields) {
      fields
          .require("provider")
          .oneOf("provider", "cartesia", "elevenlabs")
          .text("model", 1, 120)
          .require("voiceId")
          .text("voiceId", 1, 120)
          .require("text")
          .text("text", 1, 300);
    }
  }

  Speech preview(@Nullable JsonNode body) {
    Map<String, @Nullable Object> input = InputObject.read(body, Map.of(), new Rules());
    Line line = new Line(text(input, "voiceId"), (String) input.get("model"), text(input, "text"));
    try {
      return named(text(input, "provider")).say(line);
    } catch (ProviderException e) {
      log.warn("[tts.preview] {}: {}", e.kind(), e.getMessage());
      throw e.toApi("The voice could not be heard");
    }
  }

  private Voices named(String provider) {
    return voices.stream()
        .filter(each -> each.provider().equals(provider))
        .findFirst()
        .orElseThrow();
  }

  private static String text(Map<String, @Nullable Object> input, String name) {
    return (String) Objects.requireNonNull(input.get(name));
  }
}
