package dev.rapidcall.recordings.egress.livekit;

import io.livekit.server.AccessToken;
import io.livekit.server.RoomRecord;
import java.time.Duration;

/** Signs requests to LiveKit with the right to record, for a few minutes each. */
final class RecordingTokens {
  private static final Duration LIFE = Duration.ofMinutes(10);
  private final LiveKitSettings settings;

  RecordingTokens(LiveKitSettings settings) {
    this.settings = settings;
  }

  String bearer() {
    AccessToken token = new AccessToken(settings.signingKey(), settings.signingSecret());
    token.setTtl(LIFE.toMillis());
    token.addGrants(new RoomRecord(true));
    return "Bearer " + token.toJwt();
  }
}
