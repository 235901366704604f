package dev.rapidcall.telephony.tenancy;

import dev.rapidcall.service.errors.ApiException.Forbidden;
import dev.rapidcall.service.identity.Caller;

/** Paths that name a workspace serve its own people only. */
public final class OwnWorkspace {
  private OwnWorkspace() {}

  /** Whether the caller acts in the workspace of this id. */
  public static boolean is(Caller caller, String id) {
    return caller.workspace().value().equals(id);
  }

  /**
   * Lets nobody else pass.
   *
   * @throws Forbidden if the caller acts in another workspace, or there is none of this id
   */
  public static void demand(Caller caller, String id) {
    if (!is(caller, id)) {
      throw new Forbidden("Forbidden");
    }
  }
}
