package dev.rapidcall.events;

import java.time.Instant;
import java.util.Map;

/**
 * One stay of somebody in a room, from LiveKit's {@code ParticipantInfo}.
 *
 * @param sid names this stay; who comes back has a new one
 * @param identity names the person or machine across stays
 * @param joinedAt when the stay began, in milliseconds precision ({@code joinedAtMs})
 * @param attributes LiveKit's {@code sip.*} attributes, empty for who is no phone
 */
public record Participant(
    String sid,
    String identity,
    ParticipantKind kind,
    Instant joinedAt,
    Map<String, String> attributes) {

  /** Copies the attributes. */
  public Participant {
    attributes = Map.copyOf(attributes);
  }

  /**
   * {@code sip.callStatus}, or the empty text: {@code dialing}, {@code ringing}, {@code active},
   * {@code hangup}.
   */
  public String sipCallStatus() {
    return attributes.getOrDefault("sip.callStatus", "");
  }
}
