package dev.rapidcall.calls.webhooks.events;

import dev.rapidcall.calls.timeline.Fact;
import dev.rapidcall.events.CallChannel;
import dev.rapidcall.events.CallLifecycleEvent.ParticipantJoined;
import dev.rapidcall.events.CallLifecycleEvent.ParticipantLeft;
import dev.rapidcall.events.CallMetricsEvent.CallMetricsReported;
import dev.rapidcall.events.Event;
import dev.rapidcall.events.Participant;
import dev.rapidcall.events.ParticipantKind;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who called whom; empty where nobody told the number. */
record PhoneNumbers(String from, String to) {
  /** The facts that tell numbers. */
  static final Set<Class<? extends Event>> TELLING =
      Set.of(ParticipantJoined.class, ParticipantLeft.class, CallMetricsReported.class);

  /** What is written in place of a number that the caller hides. */
  private static final String HIDDEN = "unknown";

  /**
   * What LiveKit says of the phone's leg is the truth; the call's own row and the voice agent's
   * word follow.
   *
   * @param counterpart the other party in the call's row
   */
  static PhoneNumbers of(CallChannel channel, String counterpart, Collection<Fact> facts) {
    return switch (channel) {
      case WEB -> new PhoneNumbers(counterpart, counterpart);
      case PHONE_INBOUND -> new PhoneNumbers(theirs(counterpart, facts), ours(facts));
      case PHONE_OUTBOUND -> new PhoneNumbers(ours(facts), theirs(counterpart, facts));
    };
  }

  private static String ours(Collection<Fact> facts) {
    return first(sip(facts, "sip.trunkPhoneNumber"), reported(facts, "trunkNumber"));
  }

  private static String theirs(String counterpart, Collection<Fact> facts) {
    return first(
        sip(facts, "sip.phoneNumber"), Stream.of(counterpart), reported(facts, "callerNumber"));
  }

  @SafeVarargs
  private static String first(Stream<String>... sources) {
    return Stream.of(sources)
        .flatMap(source -> source)
        .filter(number -> !number.isBlank() && !number.equals(HIDDEN))
        .findFirst()
        .orElse("");
  }

  private static Stream<String> sip(Collection<Fact> facts, String attribute) {
    return facts.stream()
        .map(fact -> participant(fact.event()))
        .flatMap(Stream::ofNullable)
        .filter(participant -> participant.kind() == ParticipantKind.SIP)
        .map(participant -> participant.attributes().getOrDefault(attribute, ""));
  }

  private static Stream<String> reported(Collection<Fact> facts, String name) {
    return facts.stream()
        .map(fact -> fact.event() instanceof CallMetricsReported metrics ? metrics : null)
        .flatMap(Stream::ofNullable)
        .map(CallMetricsReported::telephony)
        .flatMap(Stream::ofNullable)
        .map((Map<String, String> telephony) -> telephony.getOrDefault(name, ""));
  }

  private static @Nullable Participant participant(Event event) {
    return switch (event) {
      case ParticipantJoined joined -> joined.participant();
      case ParticipantLeft left -> left.participant();
      default -> null;
    };
  }
}
