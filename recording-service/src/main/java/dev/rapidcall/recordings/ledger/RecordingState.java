package dev.rapidcall.recordings.ledger;

import dev.rapidcall.events.EgressId;
import dev.rapidcall.events.WorkspaceId;
import dev.rapidcall.recordings.ledger.RecordingFact.CallOver;
import dev.rapidcall.recordings.ledger.RecordingFact.EgressSeen;
import dev.rapidcall.recordings.ledger.RecordingFact.GivenUp;
import dev.rapidcall.recordings.ledger.RecordingFact.Known;
import dev.rapidcall.recordings.ledger.RecordingFact.LookedInVain;
import dev.rapidcall.recordings.ledger.RecordingFact.ObjectFound;
import dev.rapidcall.recordings.ledger.RecordingFact.StopAsked;
import dev.rapidcall.recordings.ledger.RecordingFact.Uploaded;
import dev.rapidcall.recordings.ledger.RecordingFact.Wanted;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * All facts about the recording of one call, merged. {@link #with} is a pure function whose result
 * is the same for every order of the facts and any duplicates; {@link Verdict} reads it.
 */
public record RecordingState(
    @Nullable Wanted wanted,
    @Nullable Known known,
    @Nullable CallOver callOver,
    Map<EgressId, EgressView> egresses,
    Set<EgressId> stopAsked,
    Map<EgressId, LookedInVain> lookedInVain,
    @Nullable GivenUp givenUp,
    @Nullable ObjectFound found,
    Set<Uploaded> uploads) {

  /** Nothing is known. */
  public static final RecordingState NOTHING =
      new RecordingState(null, null, null, Map.of(), Set.of(), Map.of(), null, null, Set.of());

  /** Keeps its own copies. */
  public RecordingState {
    egresses = Map.copyOf(egresses);
    stopAsked = Set.copyOf(stopAsked);
    lookedInVain = Map.copyOf(lookedInVain);
    uploads = Set.copyOf(uploads);
  }

  /** What is known after all these facts. */
  public static RecordingState of(Collection<? extends RecordingFact> facts) {
    RecordingState state = NOTHING;
    for (RecordingFact fact : facts) {
      state = state.with(fact);
    }
    return state;
  }

  /** What is known after one more fact. */
  public RecordingState with(RecordingFact fact) {
    return switch (fact) {
      case Wanted it -> with(earlier(wanted, it), known, callOver, givenUp, found);
      case Known it -> with(wanted, telling(known, it), callOver, givenUp, found);
      case CallOver it -> with(wanted, known, earlier(callOver, it), givenUp, found);
      case GivenUp it -> with(wanted, known, callOver, earlier(givenUp, it), found);
      case ObjectFound it -> with(wanted, known, callOver, givenUp, larger(found, it));
      case Uploaded it -> withUploads(add(uploads, it));
      case EgressSeen it ->
          with(put(egresses, it.egress(), it.view(), EgressView::merge), stopAsked, lookedInVain);
      case StopAsked it -> with(egresses, add(stopAsked, it.egress()), lookedInVain);
      case LookedInVain it ->
          with(egresses, stopAsked, put(lookedInVain, it.egress(), it, RecordingState::earlierOf));
    };
  }

  /** Whether any of these facts says something that is not known yet. */
  public boolean isNews(Collection<? extends RecordingFact> facts) {
    return facts.stream().anyMatch(fact -> !with(fact).equals(this));
  }

  /** Whose call it is, null while that is not known. */
  public @Nullable WorkspaceId workspace() {
    if (wanted != null) {
      return wanted.workspace();
    }
    return known == null ? null : known.workspace();
  }

  private RecordingState with(
      @Nullable Wanted wanted,
      @Nullable Known known,
      @Nullable CallOver callOver,
      @Nullable GivenUp givenUp,
      @Nullable ObjectFound found) {
    return new RecordingState(
        wanted, known, callOver, egresses, stopAsked, lookedInVain, givenUp, found, uploads);
  }

  private RecordingState with(
      Map<EgressId, EgressView> egresses,
      Set<EgressId> stopAsked,
      Map<EgressId, LookedInVain> lookedInVain) {
    return new RecordingState(
        wanted, known, callOver, egresses, stopAsked, lookedInVain, givenUp, found, uploads);
  }

  private RecordingState withUploads(Set<Uploaded> uploads) {
    return new RecordingState(
        wanted, known, callOver, egresses, stopAsked, lookedInVain, givenUp, found, uploads);
  }

  private static <F extends RecordingFact> F earlier(@Nullable F one, F other) {
    return one == null ? other : earlierOf(one, other);
  }

  /** Of two facts of one kind at one moment, the text decides, so that the order never does. */
  private static <F extends RecordingFact> F earlierOf(F one, F other) {
    Comparator<RecordingFact> order =
        Comparator.comparing(RecordingFact::at).thenComparing(RecordingFact::toString);
    return order.compare(one, other) <= 0 ? one : other;
  }

  /** A file that may be there is told by one import and perhaps not by the one before. */
  private static Known telling(@Nullable Known one, Known other) {
    if (one == null || (one.key() == null) == (other.key() == null)) {
      return earlier(one, other);
    }
    return one.key() == null ? other : one;
  }

  private static ObjectFound larger(@Nullable ObjectFound one, ObjectFound other) {
    if (one == null || one.sizeBytes() == other.sizeBytes()) {
      return earlier(one, other);
    }
    return one.sizeBytes() > other.sizeBytes() ? one : other;
  }

  private static <K, V> Map<K, V> put(Map<K, V> map, K key, V value, BinaryOperator<V> merge) {
    Map<K, V> copy = new HashMap<>(map);
    copy.merge(key, value, merge);
    return copy;
  }

  private static <T> Set<T> add(Set<T> set, T value) {
    Set<T> copy = new HashSet<>(set);
    copy.add(value);
    return copy;
  }
}
