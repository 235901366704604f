package dev.rapidcall.local.sandbox.livekit.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FaultBoardTest {

  private static final Duration WINDOW = Duration.ofSeconds(3);

  @Test
  void theSameSeedThrowsTheSameDice() {
    assertThat(delays(7)).isEqualTo(delays(7)).isNotEqualTo(delays(8));
  }

  @Test
  void shuffledCopiesStayInsideTheWindowAndOutOfOrder() {
    List<Duration> delays = delays(7);

    assertThat(delays).hasSize(20).allMatch(delay -> delay.compareTo(WINDOW) < 0);
    assertThat(delays).isNotEqualTo(delays.stream().sorted().toList());
  }

  @Test
  void aShareOfTheWebhooksIsLost() {
    FaultBoard board = board(7, new WebhookFaults(0.5, 1, Duration.ZERO, Duration.ZERO, List.of()));

    long kept =
        Stream.generate(() -> board.copiesOf("any")).limit(1000).filter(c -> !c.isEmpty()).count();
    assertThat(kept).isBetween(400L, 600L);
  }

  @Test
  void otherEventsAreLeftAlone() {
    FaultBoard board =
        board(7, new WebhookFaults(1, 1, Duration.ZERO, Duration.ZERO, List.of("egress_ended")));

    assertThat(board.copiesOf("egress_ended")).isEmpty();
    assertThat(board.copiesOf("room_started")).containsExactly(Duration.ZERO);
  }

  private static List<Duration> delays(long seed) {
    FaultBoard board = board(seed, new WebhookFaults(0, 1, WINDOW, Duration.ZERO, List.of()));
    return Stream.generate(() -> board.copiesOf("any")).limit(20).flatMap(List::stream).toList();
  }

  private static FaultBoard board(long seed, WebhookFaults webhooks) {
    FaultBoard board = new FaultBoard();
    board.set(new Faults(seed, webhooks, ApiFaults.NONE, EgressFaults.NONE));
    return board;
  }
}
