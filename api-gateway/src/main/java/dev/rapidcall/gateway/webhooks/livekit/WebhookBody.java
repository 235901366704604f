package dev.rapidcall.gateway.webhooks.livekit;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import livekit.LivekitEgress.EgressStatus;
import livekit.LivekitModels.ParticipantInfo;
import livekit.LivekitWebhook.WebhookEvent;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the JSON of a webhook. Fields that this version does not know are left out. A new name of
 * an enum must not read as its zero, which would make a caller of an unknown kind of participant:
 * it becomes a number that nobody has.
 */
final class WebhookBody {
  private static final int UNKNOWN = 9_999;
  private static final Set<String> KINDS = names(ParticipantInfo.Kind.values());
  private static final Set<String> STATUSES = names(EgressStatus.values());

  private static final JsonMapper json = JsonMapper.shared();
  private static final JsonFormat.Parser protobuf = JsonFormat.parser().ignoringUnknownFields();

  private WebhookBody() {}

  /** Empty when it is no webhook. */
  static Optional<WebhookEvent> parse(byte[] body) {
    try {
      JsonNode tree = json.readTree(body);
      marked(tree.path("participant"), "kind", KINDS);
      marked(tree.path("egressInfo"), "status", STATUSES);
      WebhookEvent.Builder event = WebhookEvent.newBuilder();
      protobuf.merge(json.writeValueAsString(tree), event);
      return Optional.of(event.build());
    } catch (JacksonException | InvalidProtocolBufferException e) {
      return Optional.empty();
    }
  }

  private static void marked(JsonNode owner, String field, Set<String> known) {
    JsonNode value = owner.path(field);
    if (owner instanceof ObjectNode object
        && value.isString()
        && !known.contains(value.stringValue())) {
      object.put(field, UNKNOWN);
    }
  }

  private static Set<String> names(Enum<?>[] values) {
    return Stream.of(values).map(Enum::name).collect(Collectors.toUnmodifiableSet());
  }
}
