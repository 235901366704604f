package dev.rapidcall.calls.transcripts;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** A transcript as a model reads it: a line per utterance, tools in brackets. */
public final class TranscriptText {
  private static final int LONGEST_LINE = 1500;
  private static final String LEFT_OUT = "[…]";

  private TranscriptText() {}

  /** At most so many characters; of a longer one the middle is left out, never the end. */
  public static String of(JsonNode items, int longest) {
    List<String> lines =
        StreamSupport.stream(items.spliterator(), false)
            .map(TranscriptText::line)
            .filter(line -> !line.isEmpty())
            .toList();
    int all = lines.stream().mapToInt(line -> line.length() + 1).sum();
    return String.join("\n", all <= longest ? lines : withoutMiddle(lines, longest));
  }

  private static List<String> withoutMiddle(List<String> lines, int longest) {
    int left = longest - LEFT_OUT.length() - 1;
    List<String> kept = new ArrayList<>();
    int first = 0;
    for (int third = left / 3; first < lines.size(); first++) {
      third -= lines.get(first).length() + 1;
      if (third < 0) {
        break;
      }
      kept.add(lines.get(first));
      left -= lines.get(first).length() + 1;
    }
    kept.add(LEFT_OUT);
    Deque<String> end = new ArrayDeque<>();
    for (int i = lines.size() - 1; i >= first; i--) {
      left -= lines.get(i).length() + 1;
      if (left < 0) {
        break;
      }
      end.addFirst(lines.get(i));
    }
    kept.addAll(end);
    return kept;
  }

  private static String line(JsonNode item) {
    String line =
        switch (item.path("kind").asString("")) {
          case "tool_invocation" -> tool(item, "used with", "input");
          case "tool_result" -> tool(item, "gave", "result");
          default -> utterance(item);
        };
    return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + "…";
  }

  private static String utterance(JsonNode item) {
    String text = item.path("text").asString("").strip().replaceAll("\\s+", " ");
    String who = item.path("role").asString("").equals("agent") ? "AGENT: " : "USER: ";
    return text.isEmpty() ? "" : who + text;
  }

  private static String tool(JsonNode item, String did, String content) {
    return "[tool "
        + item.path("toolName").asString("")
        + " "
        + did
        + " "
        + item.path(content)
        + "]";
  }
}
