package dev.rapidcall.calls.lifecycle;

import dev.rapidcall.events.CallChannel;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** When talk begins. Joined is not answered: a phone rings in the room before anybody speaks. */
final class Answer {
  private static final Set<String> RANG_ONLY = Set.of("ringing", "dialing");
  private static final Set<String> TALKED = Set.of("active", "hangup");

  private Answer() {}

  /** The moment the caller's leg was connected, or null if it is not. */
  static @Nullable Instant at(CallChannel channel, Presence presence) {
    if (presence.callers().isEmpty()) {
      return null;
    }
    Stay first = presence.callers().getFirst();
    return switch (channel) {
      case WEB -> first.joinedAt();
      case PHONE_INBOUND -> inbound(first, presence);
      case PHONE_OUTBOUND -> TALKED.contains(first.sipCallStatus()) ? first.joinedAt() : null;
    };
  }

  private static @Nullable Instant inbound(Stay phone, Presence presence) {
    if (phone.isOver() && RANG_ONLY.contains(phone.sipCallStatus())) {
      return null;
    }
    Instant agentJoined =
        presence.agents().isEmpty() ? null : presence.agents().getFirst().joinedAt();
    if (agentJoined == null || isAfter(agentJoined, phone.leftAt())) {
      return TALKED.contains(phone.sipCallStatus()) ? phone.joinedAt() : null;
    }
    return agentJoined.isAfter(phone.joinedAt()) ? agentJoined : phone.joinedAt();
  }

  private static boolean isAfter(Instant moment, @Nullable Instant bound) {
    return bound != null && moment.isAfter(bound);
  }
}
