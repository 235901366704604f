package dev.rapidcall.local;

import java.util.Map;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** One log for the whole process, in place of the five that its services would each set up. */
final class Logging {
  private static final String FILES = "dev/rapidcall/local/";

  private Logging() {}

  /** Before the first logger is made. */
  static void prepare(Map<String, String> environment) {
    boolean json = "json".equalsIgnoreCase(environment.getOrDefault("LOG_FORMAT", "").strip());
    setUnlessGiven(
        "logback.configurationFile", FILES + (json ? "logback-json.xml" : "logback.xml"));
    setUnlessGiven("org.springframework.boot.logging.LoggingSystem", "none");
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
  }

  private static void setUnlessGiven(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }
}
