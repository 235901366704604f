package dev.rapidcall.gateway.voiceagent;

import dev.rapidcall.events.CallId;
import dev.rapidcall.events.Id;
import dev.rapidcall.service.errors.ApiException.NotFound;

/** From the text in a path to a call's id. */
final class CallIds {

  private CallIds() {}

  static CallId of(String path) {
    boolean printable = path.chars().noneMatch(Character::isISOControl);
    if (path.isBlank() || path.length() > Id.MAX_LENGTH || !printable) {
      throw new NotFound("Call not found");
    }
    return new CallId(path);
  }
}
