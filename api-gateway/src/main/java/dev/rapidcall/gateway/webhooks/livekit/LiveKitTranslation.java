package dev.rapidcall.gateway.webhooks.livekit;

import dev.rapidcall.events.CallId;
import dev.rapidcall.events.CallLifecycleEvent;
import dev.rapidcall.events.CallLifecycleEvent.EgressReported;
import dev.rapidcall.events.CallLifecycleEvent.ParticipantJoined;
import dev.rapidcall.events.CallLifecycleEvent.ParticipantLeft;
import dev.rapidcall.events.CallLifecycleEvent.RoomFinished;
import dev.rapidcall.events.CallLifecycleEvent.RoomStarted;
import dev.rapidcall.events.EgressId;
import dev.rapidcall.events.EventId;
import dev.rapidcall.events.Id;
import dev.rapidcall.events.RoomName;
import dev.rapidcall.messaging.Envelope;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import livekit.LivekitEgress.EgressInfo;
import livekit.LivekitModels.DisconnectReason;
import livekit.LivekitModels.Room;
import livekit.LivekitWebhook.WebhookEvent;
import org.jspecify.annotations.Nullable;

/** From LiveKit's webhook to our facts. Pure: the same webhook gives the same facts at any time. */
final class LiveKitTranslation {
  private static final String SOURCE = "livekit";

  private LiveKitTranslation() {}

  /**
   * What else is known of a webhook.
   *
   * @param fallbackId names the webhook if LiveKit did not
   * @param requestId of the request that brought it
   */
  record Receipt(String fallbackId, Instant receivedAt, @Nullable String requestId) {}

  /** The facts of a webhook; none for what does not concern a call. */
  static List<Envelope<CallLifecycleEvent>> facts(WebhookEvent webhook, Receipt receipt) {
    return fact(webhook, at(webhook, receipt))
        .map(fact -> envelope(webhook, receipt, fact))
        .stream()
        .toList();
  }

  private record Fact(Instant occurredAt, CallLifecycleEvent event) {}

  private static Optional<Fact> fact(WebhookEvent webhook, Instant createdAt) {
    return switch (webhook.getEvent()) {
      case "room_started" -> room(webhook).map(name -> started(webhook, name, createdAt));
      case "room_finished" -> room(webhook).map(name -> finished(webhook, name, createdAt));
      case "participant_joined" ->
          room(webhook)
              .filter(name -> webhook.hasParticipant())
              .map(name -> joined(webhook, name, createdAt));
      case "participant_left", "participant_connection_aborted" ->
          room(webhook)
              .filter(name -> webhook.hasParticipant())
              .map(name -> left(webhook, name, createdAt));
      case "egress_started", "egress_updated", "egress_ended" ->
          roomNamed(webhook.getEgressInfo().getRoomName())
              .filter(name -> isId(webhook.getEgressInfo().getEgressId()))
              .map(name -> egress(webhook.getEgressInfo(), name, createdAt));
      default -> Optional.empty();
    };
  }

  private static Fact started(WebhookEvent webhook, RoomName name, Instant createdAt) {
    Room room = webhook.getRoom();
    Instant madeAt =
        LiveKitTimes.first(room.getCreationTimeMs(), room.getCreationTime(), createdAt);
    return new Fact(madeAt, new RoomStarted(CallId.of(name), name, room.getSid()));
  }

  private static Fact finished(WebhookEvent webhook, RoomName name, Instant createdAt) {
    return new Fact(createdAt, new RoomFinished(CallId.of(name), name, webhook.getRoom().getSid()));
  }

  private static Fact joined(WebhookEvent webhook, RoomName name, Instant createdAt) {
    var who = Participants.of(webhook.getParticipant(), createdAt);
    return new Fact(who.joinedAt(), new ParticipantJoined(CallId.of(name), name, who));
  }

  private static Fact left(WebhookEvent webhook, RoomName name, Instant createdAt) {
    DisconnectReason reason = webhook.getParticipant().getDisconnectReason();
    return new Fact(
        createdAt,
        new ParticipantLeft(
            CallId.of(name),
            name,
            Participants.of(webhook.getParticipant(), createdAt),
            createdAt,
            reason == DisconnectReason.UNRECOGNIZED
                ? DisconnectReason.UNKNOWN_REASON.name()
                : reason.name()));
  }

  private static Fact egress(EgressInfo info, RoomName name, Instant createdAt) {
    Instant startedAt = LiveKitTimes.ofNanos(info.getStartedAt());
    Instant endedAt = LiveKitTimes.ofNanos(info.getEndedAt());
    Instant updatedAt =
        Stream.of(LiveKitTimes.ofNanos(info.getUpdatedAt()), endedAt, startedAt)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(createdAt);
    return new Fact(
        updatedAt,
        new EgressReported(
            CallId.of(name),
            name,
            new EgressId(info.getEgressId()),
            Egresses.status(info.getStatus()),
            updatedAt,
            startedAt,
            endedAt,
            Egresses.file(info),
            info.getError()));
  }

  private static Envelope<CallLifecycleEvent> envelope(
      WebhookEvent webhook, Receipt receipt, Fact fact) {
    String prefix = SOURCE + ":" + fact.event().callId() + ":";
    boolean named = !webhook.getId().isBlank() && isId(prefix + webhook.getId());
    return new Envelope<>(
        new EventId(prefix + (named ? webhook.getId() : receipt.fallbackId())),
        SOURCE,
        fact.occurredAt(),
        receipt.receivedAt(),
        receipt.requestId(),
        null,
        fact.event());
  }

  /** LiveKit says it in whole seconds, and some versions not at all. */
  private static Instant at(WebhookEvent webhook, Receipt receipt) {
    return LiveKitTimes.first(0, webhook.getCreatedAt(), receipt.receivedAt());
  }

  private static Optional<RoomName> room(WebhookEvent webhook) {
    return roomNamed(webhook.getRoom().getName());
  }

  private static Optional<RoomName> roomNamed(String name) {
    return isId(name) ? Optional.of(new RoomName(name)) : Optional.empty();
  }

  private static boolean isId(String text) {
    return !text.isBlank() && text.length() <= Id.MAX_LENGTH;
  }
}
