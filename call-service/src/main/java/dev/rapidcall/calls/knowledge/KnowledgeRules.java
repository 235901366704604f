package dev.rapidcall.calls.knowledge;

import dev.rapidcall.calls.input.BodyRules;
import dev.rapidcall.calls.input.InputObject;
import dev.rapidcall.service.errors.ApiException.Invalid;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What may be sent to the knowledge base. */
final class KnowledgeRules {
  static final int TITLE = 200;
  static final int TEXT = 2_000_000;
  private static final int NAME = 120;
  private static final int ID = 40;
  private static final int FOLDERS = 50;
  private static final int QUERY = 500;
  private static final int RESULTS = 10;
  private static final int USUAL_RESULTS = 5;

  private KnowledgeRules() {}

  /** A text with its title. */
  record Text(String title, String content) {}

  /**
   * What is asked.
   *
   * @param folders null if none were named
   */
  record Question(String query, @Nullable List<String> folders, int limit) {}

  /** A new folder. */
  static final class NewFolder implements BodyRules {
    @Override
    public void accept(InputObject fields) {
      folder(fields.require("name"));
    }
  }

  /** What may be changed of a folder. */
  static final class FolderChanges implements BodyRules {
    @Override
    public void accept(InputObject fields) {
      folder(fields);
    }
  }

  /** A text for a folder. */
  static final class NewText implements BodyRules {
    @Override
    public void accept(InputObject fields) {
      fields
          .require("contentText")
          .storableText("title", 0, TITLE)
          .storableText("contentText", 1, TEXT);
    }
  }

  /** A question to the folders that are named. */
  static final class PublicQuestion implements BodyRules {
    @Override
    public void accept(InputObject fields) {
      asked(fields.require("folderIds"));
    }
  }

  /** A question of the voice agent's. */
  static final class AgentQuestion implements BodyRules {
    @Override
    public void accept(InputObject fields) {
      asked(fields.require("callId").text("callId", 1, 64));
    }
  }

  /** {@code name} and {@code parentId}, as far as they were sent, the name trimmed. */
  static Map<String, @Nullable Object> folder(@Nullable JsonNode body, boolean isNew) {
    Map<String, @Nullable Object> input =
        InputObject.read(body, Map.of(), isNew ? new NewFolder() : new FolderChanges());
    if (input.get("name") instanceof String name) {
      String trimmed = name.strip();
      if (trimmed.isEmpty()) {
        throw Invalid.field("name", "must not be blank");
      }
      input.put("name", trimmed);
    }
    return input;
  }

  static Text text(@Nullable JsonNode body) {
    Map<String, @Nullable Object> input = InputObject.read(body, Map.of(), new NewText());
    return new Text(text(input, "title").strip(), text(input, "contentText"));
  }

  static Question publicQuestion(@Nullable JsonNode body) {
    Question question = question(InputObject.read(body, Map.of(), new PublicQuestion()));
    if (Objects.requireNonNull(question.folders()).isEmpty()) {
      throw Invalid.field("folderIds", "must name a folder");
    }
    return question;
  }

  /** The voice agent's question; the call it is asked in stands beside it. */
  static Map.Entry<String, Question> agentQuestion(@Nullable JsonNode body) {
    Map<String, @Nullable Object> input = InputObject.read(body, Map.of(), new AgentQuestion());
    return Map.entry(text(input, "callId"), question(input));
  }

  private static void folder(InputObject fields) {
    fields.storableText("name", 1, NAME).textOrNull("parentId", 1, ID);
  }

  private static InputObject asked(InputObject fields) {
    return fields
        .require("query")
        .storableText("query", 1, QUERY)
        .texts("folderIds", FOLDERS, 1, ID)
        .integer("limit", 1, RESULTS);
  }

  private static Question question(Map<String, @Nullable Object> input) {
    return new Question(
        text(input, "query"),
        input.get("folderIds") instanceof List<?> folders
            ? folders.stream().map(String::valueOf).distinct().toList()
            : null,
        input.get("limit") instanceof Integer limit ? limit : USUAL_RESULTS);
  }

  private static String text(Map<String, @Nullable Object> input, String name) {
    return input.get(name) instanceof String text ? text : "";
  }
}
