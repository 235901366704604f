package dev.rapidcall.gateway.webhooks.livekit;

import dev.rapidcall.events.Participant;
import dev.rapidcall.events.ParticipantKind;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import livekit.LivekitModels.ParticipantInfo;

/** From LiveKit's participant to ours. */
final class Participants {
  private static final String SIP_ATTRIBUTES = "sip.";

  private Participants() {}

  static Participant of(ParticipantInfo info, Instant otherwiseJoinedAt) {
    return new Participant(
        info.getSid(),
        info.getIdentity(),
        kind(info.getKind()),
        LiveKitTimes.first(info.getJoinedAtMs(), info.getJoinedAt(), otherwiseJoinedAt),
        sipAttributes(info.getAttributesMap()));
  }

  private static ParticipantKind kind(ParticipantInfo.Kind kind) {
    return switch (kind) {
      case STANDARD -> ParticipantKind.STANDARD;
      case INGRESS -> ParticipantKind.INGRESS;
      case EGRESS -> ParticipantKind.EGRESS;
      case SIP -> ParticipantKind.SIP;
      case AGENT -> ParticipantKind.AGENT;
      default -> ParticipantKind.OTHER;
    };
  }

  private static Map<String, String> sipAttributes(Map<String, String> all) {
    return all.entrySet().stream()
        .filter(attribute -> attribute.getKey().startsWith(SIP_ATTRIBUTES))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
