package dev.rapidcall.local.sandbox.livekit.rooms;

import dev.rapidcall.local.sandbox.livekit.wire.IdKind;
import java.time.Instant;
import livekit.LivekitModels.DisconnectReason;
import livekit.LivekitModels.ParticipantInfo;
import livekit.LivekitModels.ParticipantInfo.Kind;
import livekit.LivekitModels.ParticipantInfo.State;
import livekit.LivekitModels.ParticipantPermission;
import livekit.LivekitModels.TrackInfo;
import org.jspecify.annotations.Nullable;

/** Somebody in a room. */
public final class Member {

  private static final ParticipantPermission SPEAKER =
      ParticipantPermission.newBuilder()
          .setCanSubscribe(true)
          .setCanPublish(true)
          .setCanPublishData(true)
          .build();

  @SuppressWarnings("deprecation") // LiveKit still sets it
  private static final ParticipantPermission RECORDER =
      ParticipantPermission.newBuilder()
          .setCanSubscribe(true)
          .setHidden(true)
          .setRecorder(true)
          .build();

  private static final ParticipantPermission PHONE =
      SPEAKER.toBuilder().setCanUpdateMetadata(true).build();

  private final Newcomer who;
  private final String sid = IdKind.PARTICIPANT.next();
  private final Instant joinedAt;
  private State state = State.JOINED;
  private int version = 1;
  private DisconnectReason reason = DisconnectReason.UNKNOWN_REASON;
  private @Nullable TrackInfo track;
  private String callStatus = "ringing";

  Member(Newcomer who, Instant joinedAt) {
    this.who = who;
    this.joinedAt = joinedAt;
  }

  public String identity() {
    return who.identity();
  }

  public Kind kind() {
    return who.kind();
  }

  public boolean publishes() {
    return track != null;
  }

  /** A phone was answered: no webhook says so. */
  void answered() {
    callStatus = "active";
    version++;
  }

  boolean recorder() {
    return who.kind() == Kind.EGRESS;
  }

  /** Lives on others in the room: keeps no room open and is not counted. */
  boolean dependent() {
    return recorder() || who.kind() == Kind.AGENT;
  }

  void active() {
    state = State.ACTIVE;
    version++;
  }

  void publish(TrackInfo published) {
    track = published;
    version += 2;
  }

  @Nullable TrackInfo track() {
    return track;
  }

  void gone(DisconnectReason why) {
    state = State.DISCONNECTED;
    reason = why;
    callStatus = callStatus.equals("active") ? "hangup" : callStatus;
    version++;
  }

  /** As the API lists it. */
  ParticipantInfo listed() {
    ParticipantInfo.Builder info = described().toBuilder();
    if (track != null) {
      info.addTracks(track);
    }
    return info.build();
  }

  /** As webhooks describe it. */
  ParticipantInfo described() {
    ParticipantInfo.Builder info = ParticipantInfo.newBuilder();
    if (who.kind() == Kind.SIP) {
      info.putAllAttributes(who.attributes()).putAttributes("sip.callStatus", callStatus);
    }
    return info.setSid(sid)
        .setIdentity(who.identity())
        .setState(state)
        .setJoinedAt(joinedAt.getEpochSecond())
        .setJoinedAtMs(joinedAt.toEpochMilli())
        .setName(who.name())
        .setVersion(version)
        .setPermission(permission())
        .setIsPublisher(track != null)
        .setKind(who.kind())
        .setDisconnectReason(reason)
        .setClientProtocol(recorder() || who.kind() == Kind.SIP ? 0 : 2)
        .build();
  }

  private ParticipantPermission permission() {
    return switch (who.kind()) {
      case EGRESS -> RECORDER;
      case SIP -> PHONE;
      default -> SPEAKER;
    };
  }

  /** As webhooks about tracks describe it. */
  ParticipantInfo named() {
    return ParticipantInfo.newBuilder().setSid(sid).setIdentity(who.identity()).build();
  }
}
