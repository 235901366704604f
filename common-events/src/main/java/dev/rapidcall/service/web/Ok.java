package dev.rapidcall.service.web;

/**
 * The answer where there is nothing to tell but that it is done.
 *
 * @param ok always true
 */
public record Ok(boolean ok) {
  /** It is done. */
  public static final Ok DONE = new Ok(true);
}
