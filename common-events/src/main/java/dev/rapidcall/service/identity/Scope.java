package dev.rapidcall.service.identity;

/** What a caller may do, as the token's {@code scope} says it. */
public final class Scope {
  /** See what belongs to the workspace. */
  public static final String READ = "read";

  /** Change what belongs to the workspace. */
  public static final String WRITE = "write";

  /** Manage the workspace itself. */
  public static final String ADMIN = "admin";

  /** The voice agent: no workspace, every call. */
  public static final String AGENT = "agent";

  /** Nobody in particular. */
  public static final String PUBLIC = "public";

  private Scope() {}
}
