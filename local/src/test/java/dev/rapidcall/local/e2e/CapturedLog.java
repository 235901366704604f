package dev.rapidcall.local.e2e;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import dev.rapidcall.local.JsonLines;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Everything that our code says, down to its least words, in the lines of production. */
final class CapturedLog implements AutoCloseable {
  private final Logger ours = (Logger) LoggerFactory.getLogger("dev.rapidcall");
  private final @Nullable Level before = ours.getLevel();
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();

  CapturedLog() {
    JsonLines lines = new JsonLines();
    lines.setContext(ours.getLoggerContext());
    lines.start();
    appender.setContext(ours.getLoggerContext());
    appender.setEncoder(lines);
    appender.setOutputStream(written);
    appender.start();
    ours.addAppender(appender);
    ours.setLevel(Level.DEBUG);
  }

  String text() {
    return written.toString(StandardCharsets.UTF_8);
  }

  List<JsonNode> lines() {
    String text = text();
    return text.substring(0, text.lastIndexOf('\n') + 1)
        .lines()
        .map(JsonMapper.shared()::readTree)
        .toList();
  }

  @Override
  public void close() {
    ours.detachAppender(appender);
    ours.setLevel(before);
    appender.stop();
  }
}
