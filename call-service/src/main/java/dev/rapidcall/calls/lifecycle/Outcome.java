package dev.rapidcall.calls.lifecycle;

/** The reasons that RapidCall itself gives for an end; clients and agents may send others. */
public final class Outcome {
  /** Not over yet. */
  public static final String IN_PROGRESS = "in_progress";

  /** The caller hung up, left or lost the connection for good. */
  public static final String USER_HANGUP = "user_hangup";

  /** The agent ended the call. */
  public static final String AGENT_HANGUP = "agent_hangup";

  /** The agent left and did not come back while the caller waited. */
  public static final String AGENT_LOST = "agent_lost";

  /** A caller waited and no agent ever came. */
  public static final String AGENT_NO_SHOW = "agent_no_show";

  /** A room was opened and no caller ever came. */
  public static final String CALLER_NO_SHOW = "caller_no_show";

  /** The agent handed the caller on to somebody else. */
  public static final String TRANSFERRED = "transferred";

  /** A phone that called us hung up before it was answered. */
  public static final String ABANDONED = "abandoned";

  /** A phone that we called was busy or refused. */
  public static final String DIAL_BUSY = "dial_busy";

  /** A phone that we called did not answer, for a reason that LiveKit's events do not tell. */
  public static final String DIAL_FAILED = "dial_failed";

  /** Somebody removed the caller or the room through LiveKit's API. */
  public static final String ENDED_BY_API = "ended_by_api";

  /** It went on for longer than the agent, or anybody, may mean it to. */
  public static final String MAX_DURATION = "max_duration";

  /** Nobody told us the end: the room was gone when RapidCall looked. */
  public static final String STALE_TIMEOUT = "stale_timeout";

  private Outcome() {}
}
