package dev.rapidcall.calls.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WorkLoopTest {
  private final ConcurrentLinkedQueue<Integer> due = new ConcurrentLinkedQueue<>();
  private final AtomicInteger done = new AtomicInteger();

  @Test
  void oneLookWorksAllThatIsDueThoughFewFitAtOnce() {
    IntStream.range(0, 1000).forEach(due::add);
    AtomicInteger atOnce = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    try (WorkLoop<Integer> loop =
        new WorkLoop<>(
            "Test",
            4,
            this::claim,
            piece -> {
              most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
              atOnce.decrementAndGet();
              done.incrementAndGet();
            })) {
      loop.runOnce();

      await().until(() -> done.get() == 1000);
    }
    assertThat(most.get()).isBetween(1, 4);
  }

  @Test
  void whatFailsWaitsForTheNextLook() {
    AtomicInteger looks = new AtomicInteger();
    AtomicInteger claims = new AtomicInteger();
    try (WorkLoop<Integer> loop =
        new WorkLoop<>(
            "Test",
            1,
            limit -> List.of(claims.incrementAndGet()),
            piece -> {
              done.set(piece);
              throw new IllegalStateException("as the test wants");
            })) {
      await()
          .until(
              () -> {
                looks.incrementAndGet();
                loop.runOnce();
                return done.get() >= 2;
              });

      assertThat(claims.get()).isLessThanOrEqualTo(looks.get());
    }
  }

  @Test
  void aClaimThatTakesTooManyIsWorkedOnlyAsFarAsThereArePlaces() {
    CountDownLatch hold = new CountDownLatch(1);
    AtomicInteger claims = new AtomicInteger();
    try (WorkLoop<Integer> loop =
        new WorkLoop<>(
            "Test",
            2,
            limit -> claims.getAndIncrement() == 0 ? List.of(1, 2, 3, 4, 5) : List.of(),
            piece -> {
              done.incrementAndGet();
              awaitQuietly(hold);
            })) {
      loop.runOnce();
      await().until(() -> done.get() == 2);
      loop.runOnce();
      hold.countDown();

      await().until(() -> claims.get() >= 2);
      assertThat(done.get()).isEqualTo(2);
    }
  }

  @Test
  void aClaimThatFailsIsMadeAgainAtTheNextLook() {
    AtomicInteger claims = new AtomicInteger();
    due.add(1);
    try (WorkLoop<Integer> loop =
        new WorkLoop<>(
            "Test",
            2,
            limit -> {
              if (claims.getAndIncrement() == 0) {
                throw new IllegalStateException("as the test wants");
              }
              return claim(limit);
            },
            piece -> done.incrementAndGet())) {
      loop.runOnce();
      await().until(() -> claims.get() == 1);
      loop.runOnce();

      await().until(() -> done.get() == 1);
    }
  }

  private List<Integer> claim(int limit) {
    List<Integer> taken = new ArrayList<>();
    for (int i = 0; i < limit; i++) {
      Integer piece = due.poll();
      if (piece == null) {
        return taken;
      }
      taken.add(piece);
    }
    return taken;
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
