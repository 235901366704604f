package dev.rapidcall.calls.rooms.livekit;

import dev.rapidcall.events.Participant;
import dev.rapidcall.events.ParticipantKind;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import livekit.LivekitModels.ParticipantInfo;

/** LiveKit's participants in our words. */
final class Participants {
  private Participants() {}

  static Participant translate(ParticipantInfo info) {
    Instant joinedAt =
        info.getJoinedAtMs() > 0
            ? Instant.ofEpochMilli(info.getJoinedAtMs())
            : Instant.ofEpochSecond(info.getJoinedAt());
    Map<String, String> sip =
        info.getAttributesMap().entrySet().stream()
            .filter(attribute -> attribute.getKey().startsWith("sip."))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    return new Participant(info.getSid(), info.getIdentity(), kind(info), joinedAt, sip);
  }

  private static ParticipantKind kind(ParticipantInfo info) {
    return switch (info.getKind()) {
      case STANDARD -> ParticipantKind.STANDARD;
      case INGRESS -> ParticipantKind.INGRESS;
      case EGRESS -> ParticipantKind.EGRESS;
      case SIP -> ParticipantKind.SIP;
      case AGENT -> ParticipantKind.AGENT;
      default -> ParticipantKind.OTHER;
    };
  }
}
