package dev.rapidcall.local.sandbox.livekit.rooms;

import dev.rapidcall.local.sandbox.livekit.time.Alarm;
import dev.rapidcall.local.sandbox.livekit.wire.IdKind;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import livekit.LivekitModels;
import livekit.LivekitModels.Codec;
import livekit.LivekitRoom.CreateRoomRequest;

/** An open room and who is in it. */
public final class Room {

  private static final int DEFAULT_EMPTY_TIMEOUT = 300;
  private static final int DEFAULT_DEPARTURE_TIMEOUT = 20;
  private static final List<String> CODECS =
      List.of(
          "audio/PCMU",
          "audio/PCMA",
          "audio/opus",
          "audio/red",
          "video/VP8",
          "video/H264",
          "video/VP9",
          "video/AV1",
          "video/H265",
          "video/rtx");

  private final LivekitModels.Room.Builder info;
  private final Instant createdAt;
  private final Map<String, Member> members = new LinkedHashMap<>();
  private final Counts counts;
  private Optional<Instant> lastLeftAt = Optional.empty();
  private Optional<Alarm> closing = Optional.empty();

  Room(CreateRoomRequest wanted, Instant createdAt, Duration countsRefresh) {
    this.createdAt = createdAt;
    this.counts = new Counts(countsRefresh, createdAt, this::count);
    this.info =
        LivekitModels.Room.newBuilder()
            .setSid(IdKind.ROOM.next())
            .setName(wanted.getName())
            .setEmptyTimeout(orDefault(wanted.getEmptyTimeout(), DEFAULT_EMPTY_TIMEOUT))
            .setDepartureTimeout(orDefault(wanted.getDepartureTimeout(), DEFAULT_DEPARTURE_TIMEOUT))
            .setMaxParticipants(wanted.getMaxParticipants())
            .setCreationTime(createdAt.getEpochSecond())
            .setCreationTimeMs(createdAt.toEpochMilli())
            .setTurnPassword(IdKind.random(43))
            .setMetadata(wanted.getMetadata());
    CODECS.forEach(mime -> info.addEnabledCodecs(Codec.newBuilder().setMime(mime)));
  }

  public String name() {
    return info.getName();
  }

  public String sid() {
    return info.getSid();
  }

  public String metadata() {
    return info.getMetadata();
  }

  /** Who is in it, in order of arrival. */
  public List<Member> members() {
    return List.copyOf(members.values());
  }

  /** Whether anybody can be heard. */
  public boolean hasPublisher() {
    return members.values().stream().anyMatch(Member::publishes);
  }

  Optional<Member> member(String identity) {
    return Optional.ofNullable(members.get(identity));
  }

  void metadata(String metadata) {
    info.setMetadata(metadata);
  }

  void admit(Member member, Instant now) {
    counts.settle(now);
    members.put(member.identity(), member);
    counts.changed(now, member.recorder());
  }

  void published(Instant now) {
    counts.changed(now, false);
  }

  void settle(Instant now) {
    counts.settle(now);
  }

  void dismiss(Member member, Instant now) {
    counts.settle(now);
    members.remove(member.identity());
    lastLeftAt = Optional.of(now);
    counts.changed(now, member.recorder());
  }

  /** When it closes by itself as things stand; never while a caller is in it. */
  Optional<Instant> closesAt(Duration emptyTimeout, Duration departureTimeout) {
    if (members.values().stream().anyMatch(member -> !member.dependent())) {
      return Optional.empty();
    }
    return Optional.of(
        lastLeftAt.map(left -> left.plus(departureTimeout)).orElse(createdAt.plus(emptyTimeout)));
  }

  Duration emptyTimeout() {
    return Duration.ofSeconds(info.getEmptyTimeout());
  }

  Duration departureTimeout() {
    return Duration.ofSeconds(info.getDepartureTimeout());
  }

  void closing(Optional<Alarm> alarm) {
    closing.ifPresent(Alarm::cancel);
    closing = alarm;
  }

  /** As the API and webhooks describe it. */
  LivekitModels.Room described() {
    LivekitModels.Room.Builder described = info.clone();
    counts.writeTo(described);
    return described.build();
  }

  /** As webhooks about tracks describe it. */
  LivekitModels.Room named() {
    return LivekitModels.Room.newBuilder().setSid(sid()).setName(name()).build();
  }

  private Counts.Figures count() {
    return new Counts.Figures(
        (int) members.values().stream().filter(member -> !member.dependent()).count(),
        (int) members.values().stream().filter(Member::publishes).count(),
        members.values().stream().anyMatch(Member::recorder));
  }

  private static int orDefault(int value, int otherwise) {
    return value == 0 ? otherwise : value;
  }
}
