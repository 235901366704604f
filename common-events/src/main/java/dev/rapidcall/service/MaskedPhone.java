package dev.rapidcall.service;

/**
 * A phone number (or another address of a person) as logs may show it: enough to tell two apart,
 * too little to call one.
 */
public record MaskedPhone(String number) {
  private static final int HEAD = 3;
  private static final int TAIL = 2;

  /** The first three and the last two characters; a short number is hidden altogether. */
  @Override
  public String toString() {
    if (number.length() <= HEAD + TAIL + 2) {
      return "***";
    }
    return number.substring(0, HEAD) + "***" + number.substring(number.length() - TAIL);
  }
}
