package dev.rapidcall.calls.transfer;

import dev.rapidcall.calls.rooms.RoomsException;
import dev.rapidcall.service.errors.ApiException.BadGateway;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the voice agent is told when a transfer did not work; it says the message to the caller. */
final class TransferFailure {
  private static final String UNKNOWN = "The call could not be transferred.";

  private TransferFailure() {}

  static BadGateway of(RoomsException failure) {
    Map<String, Object> extras = new LinkedHashMap<>();
    extras.put("message", words(failure.sipStatus()));
    if (failure.sipStatus() != null) {
      extras.put("sipStatusCode", failure.sipStatus());
    }
    return new BadGateway("Transfer failed", extras);
  }

  private static String words(@Nullable Integer sipStatus) {
    return switch (sipStatus) {
      case 486, 600 -> "The other side is busy.";
      case 403, 603 -> "The other side declined the call.";
      case 404, 410, 484 -> "The number cannot be reached.";
      case 408, 480, 487 -> "The other side does not answer.";
      case null -> UNKNOWN;
      default -> UNKNOWN;
    };
  }
}
