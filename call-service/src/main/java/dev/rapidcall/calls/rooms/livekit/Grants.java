package dev.rapidcall.calls.rooms.livekit;

import dev.rapidcall.events.RoomName;
import io.livekit.server.AccessToken;
import io.livekit.server.RoomAdmin;
import io.livekit.server.RoomCreate;
import io.livekit.server.RoomList;
import io.livekit.server.SIPCall;
import io.livekit.server.VideoGrant;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Short-lived server tokens, each with no more than its request needs. */
@Component
class Grants {
  private static final Duration LIFETIME = Duration.ofMinutes(1);
  private final LiveKitProperties properties;

  Grants(LiveKitProperties properties) {
    this.properties = properties;
  }

  String createRoom() {
    return token(new RoomCreate(true));
  }

  String listRooms() {
    return token(new RoomList(true));
  }

  String admin(RoomName room) {
    return token(new RoomAdmin(true), new io.livekit.server.RoomName(room.value()));
  }

  /** LiveKit wants both: to act on phones, and to act in this very room. */
  String sipCall(RoomName room) {
    AccessToken token = accessToken();
    token.addGrants(new RoomAdmin(true), new io.livekit.server.RoomName(room.value()));
    token.addSIPGrants(new SIPCall(true));
    return "Bearer " + token.toJwt();
  }

  private String token(VideoGrant... grants) {
    AccessToken token = accessToken();
    token.addGrants(grants);
    return "Bearer " + token.toJwt();
  }

  private AccessToken accessToken() {
    AccessToken token = new AccessToken(properties.signingKey(), properties.signingSecret());
    token.setTtl(LIFETIME.toMillis());
    return token;
  }
}
