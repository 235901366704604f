package dev.rapidcall.gateway.accounts;

/** What texts of a request must look like. */
final class Patterns {
  static final String ADDRESS = "[^\\s@\\x00]+@[^\\s@\\x00]+\\.[^\\s@.\\x00]+";

  /** No database keeps the character 0. */
  static final String STORABLE = "[^\\x00]*";

  private Patterns() {}
}
