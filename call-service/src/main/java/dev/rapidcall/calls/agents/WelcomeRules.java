package dev.rapidcall.calls.agents;

import dev.rapidcall.calls.input.InputObject;

/** What may be said of how a call begins, of an agent and of one call alike. */
public final class WelcomeRules {
  private WelcomeRules() {}

  /** Reads the four fields, all optional. */
  public static void read(InputObject welcome) {
    welcome
        .oneOf("mode", "ai", "user")
        .oneOf("aiMessageMode", "dynamic", "custom")
        .text("aiMessageText", 0, 400)
        .number("aiDelaySeconds", 0, 10);
  }
}
