package dev.rapidcall.calls.importing;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An agent of a file.
 *
 * @param createdAt null if the file does not say
 * @param updatedAt null if the file does not say
 * @param settings as the table of the agents has them
 */
record AgentItem(
    String id,
    String name,
    String promptDraft,
    String promptPublished,
    @Nullable Instant publishedAt,
    String llmModel,
    boolean autoEvalEnabled,
    int maxCallSeconds,
    @Nullable String webhookUrl,
    String postCallExtractionModel,
    ObjectNode settings,
    @Nullable Instant createdAt,
    @Nullable Instant updatedAt,
    ObjectNode original)
    implements Entry {
  private static final int DAY = 86_400;
  private static final List<String> OBJECTS =
      List.of("backgroundAudio", "toolConfigs", "defaultDynamicVariables", "callSettings");

  /**
   * Reads one. An old file has one prompt, which was the live one; whatever has its own place by
   * now may still lie in the voice.
   */
  static AgentItem of(JsonNode node) {
    Item item = Item.of(node);
    String prompt = item.text("prompt", "");
    String name = item.text("name", "").strip();
    if (name.isEmpty()) {
      throw new RefusedException("name is missing");
    }
    String published = item.text("promptPublished", prompt);
    Instant updatedAt = item.time("updatedAt");
    Instant publishedAt = item.time("publishedAt");
    return new AgentItem(
        Entry.id(item, 64),
        name,
        item.text("promptDraft", prompt),
        published,
        publishedAt == null && !published.isBlank() ? updatedAt : publishedAt,
        item.text("llmModel", ""),
        item.bool("autoEvalEnabled"),
        seconds(item.number("maxCallSeconds")),
        webhook(item),
        item.text("postCallExtractionModel", ""),
        settings(item),
        item.time("createdAt"),
        updatedAt,
        item.fields());
  }

  private static int seconds(@Nullable BigDecimal number) {
    return number == null ? 0 : Math.clamp(number.longValue(), 0, DAY);
  }

  private static @Nullable String webhook(Item item) {
    String url = item.text("webhookUrl", "");
    return url.isBlank() ? null : url;
  }

  private static ObjectNode settings(Item item) {
    ObjectNode settings = JsonNodeFactory.instance.objectNode();
    ObjectNode voice = JsonNodeFactory.instance.objectNode();
    voice.putNull("provider").putNull("model").putNull("voiceId");
    Item sentVoice = Item.of(Objects.requireNonNullElse(item.object("voice"), voice));
    voice.setAll(sentVoice.fields());
    for (String name : OBJECTS) {
      set(settings, name, either(item.object(name), sentVoice.object(name)));
    }
    if (item.find("enabledTools") != null || sentVoice.find("enabledTools") != null) {
      settings.set(
          "enabledTools",
          (item.find("enabledTools") == null ? sentVoice : item).texts("enabledTools"));
    }
    settings.put(
        "backchannelEnabled",
        item.bool("backchannelEnabled") || sentVoice.bool("backchannelEnabled"));
    voice.remove(List.of("backgroundAudio", "enabledTools", "toolConfigs", "backchannelEnabled"));
    settings.set("voice", voice);
    settings.set("welcome", welcome(item));
    settings.set("knowledgeFolderIds", item.texts("knowledgeFolderIds"));
    set(settings, "fallbackVoice", item.object("fallbackVoice"));
    settings.set(
        "postCallDataExtraction",
        item.find("postCallDataExtraction") == null
            ? item.list("postCallExtraction")
            : item.list("postCallDataExtraction"));
    return settings;
  }

  private static ObjectNode welcome(Item item) {
    ObjectNode welcome = JsonNodeFactory.instance.objectNode();
    welcome.put("mode", "user").put("aiMessageMode", "dynamic").put("aiMessageText", "");
    welcome.put("aiDelaySeconds", 0);
    ObjectNode sent = item.object("welcome");
    if (sent != null) {
      welcome.setAll(sent);
    }
    return welcome;
  }

  private static @Nullable ObjectNode either(@Nullable ObjectNode one, @Nullable ObjectNode other) {
    return one == null ? other : one;
  }

  private static void set(ObjectNode settings, String name, @Nullable ObjectNode value) {
    if (value != null) {
      settings.set(name, value);
    }
  }
}
