package dev.rapidcall.service.environment;

import java.util.List;

/** The environment is not fit to start with; the message names each variable in one line. */
public final class EnvironmentVariableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param problems each names its variable and does not tell its value
   */
  public EnvironmentVariableException(List<String> problems) {
    super("Environment: " + String.join("; ", problems) + ".");
  }
}
