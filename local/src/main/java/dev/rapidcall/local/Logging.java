package dev.rapidcall.local;

import org.slf4j.bridge.SLF4JBridgeHandler;

/** One log for the whole process, in place of the five that its services would each set up. */
final class Logging {

  private Logging() {}

  /** Before the first logger is made. */
  static void prepare() {
    setUnlessGiven("logback.configurationFile", "dev/rapidcall/local/logback.xml");
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
