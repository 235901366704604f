package dev.rapidcall.testing.recorded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files of one JSON object per line. */
final class Recordings {
  private static final String ENDING = ".jsonl";

  private Recordings() {}

  static List<String> names(String folder) {
    try {
      Resource[] files =
          new PathMatchingResourcePatternResolver()
              .getResources("classpath*:recorded/" + folder + "/*" + ENDING);
      return Stream.of(files)
          .map(file -> Objects.requireNonNull(file.getFilename()))
          .map(file -> file.substring(0, file.length() - ENDING.length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<JsonNode> lines(String folder, String name) {
    String path = "/recorded/" + folder + "/" + name + ENDING;
    try (var file = Recordings.class.getResourceAsStream(path)) {
      String text =
          new String(Objects.requireNonNull(file, path).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().map(JsonMapper.shared()::readTree).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
