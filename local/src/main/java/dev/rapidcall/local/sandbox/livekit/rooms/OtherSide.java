package dev.rapidcall.local.sandbox.livekit.rooms;

import dev.rapidcall.local.sandbox.livekit.wire.Refused;
import dev.rapidcall.local.sandbox.livekit.wire.Refused.Code;

/** Whom phones are handed on to. Who refuses is told from the end of the number. */
final class OtherSide {

  private OtherSide() {}

  /** Takes the call, or refuses it in SIP's words. */
  static void called(String to) {
    if (to.endsWith("486")) {
      throw Refused.bySip(Code.RESOURCE_EXHAUSTED, 486, "Busy Here");
    }
    if (to.endsWith("603")) {
      throw Refused.bySip(Code.PERMISSION_DENIED, 603, "Decline");
    }
    if (to.endsWith("404")) {
      throw Refused.bySip(Code.NOT_FOUND, 404, "Not Found");
    }
  }
}
