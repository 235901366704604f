package dev.rapidcall.calls.rooms.livekit;

import dev.rapidcall.calls.rooms.ParticipantTokens;
import dev.rapidcall.events.RoomName;
import io.livekit.server.AccessToken;
import io.livekit.server.CanPublish;
import io.livekit.server.CanSubscribe;
import io.livekit.server.RoomJoin;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Participant tokens as the dashboard has always got them. */
@Component
class LiveKitParticipantTokens implements ParticipantTokens {
  private static final Duration LIFETIME = Duration.ofHours(6);
  private final LiveKitProperties properties;

  LiveKitParticipantTokens(LiveKitProperties properties) {
    this.properties = properties;
  }

  @Override
  public String issue(RoomName room, String identity) {
    AccessToken token = new AccessToken(properties.signingKey(), properties.signingSecret());
    token.setTtl(LIFETIME.toMillis());
    token.setIdentity(identity);
    token.setName("Web User");
    token.setMetadata("{\"app\":\"agent-ui\"}");
    token.addGrants(
        new RoomJoin(true),
        new io.livekit.server.RoomName(room.value()),
        new CanPublish(true),
        new CanSubscribe(true));
    return token.toJwt();
  }
}
