package dev.rapidcall.gateway.owners;

/** What call-service says when it is asked for a call. */
public sealed interface CallAnswer {

  /**
   * The call, as the API shows it.
   *
   * @param json the whole body, {@code {"call": …}}
   * @param pending whether the event that was waited for is not in it yet
   */
  record Found(String json, boolean pending) implements CallAnswer {}

  /** It does not exist, or not for who asks. */
  record Absent() implements CallAnswer {}

  /** call-service cannot be asked now. */
  record Unreachable() implements CallAnswer {}
}
