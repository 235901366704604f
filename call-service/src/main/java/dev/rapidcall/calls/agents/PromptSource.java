package dev.rapidcall.calls.agents;

/** Which of an agent's two prompts a call runs with. */
public enum PromptSource {
  /** What is being written. */
  DRAFT("draft"),
  /** What was last published. */
  PUBLISHED("published");

  private final String word;

  PromptSource(String word) {
    this.word = word;
  }

  /** As the API says it. */
  public String word() {
    return word;
  }
}
