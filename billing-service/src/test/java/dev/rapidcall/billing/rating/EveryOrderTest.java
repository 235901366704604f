package dev.rapidcall.billing.rating;

import static dev.rapidcall.billing.rates.RateCardFixture.card;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.billing.ledger.BillLine;
import dev.rapidcall.billing.ledger.BillLines;
import dev.rapidcall.billing.rates.RateCard;
import dev.rapidcall.billing.usage.CallFacts;
import dev.rapidcall.billing.usage.CallUsage;
import dev.rapidcall.billing.usage.UsageFact;
import dev.rapidcall.events.CallChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Facts in any order, any number of times, come to the same bill. */
class EveryOrderTest {
  private static final RateCard CARD =
      card().withSurcharge("gpt-5", "0.04").withSurcharge("gpt-4.1", "0.07").build();

  @Test
  void theBillIsTheSameForEveryOrderAndAnyDuplicates() {
    Random random = new Random(2026);
    for (int i = 0; i < 300; i++) {
      List<UsageFact> facts = someFacts(random);
      List<BillLine> expected = RatedCall.of(CallUsage.of(facts).orElseThrow(), CARD).lines();

      List<UsageFact> arriving = new ArrayList<>(facts);
      arriving.addAll(facts.subList(0, random.nextInt(facts.size())));
      Collections.shuffle(arriving, random);

      assertThat(BillLines.net(postedOneByOne(arriving)))
          .as("arriving %s", arriving)
          .containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  @Test
  void whatArrivesBeforeTheEndIsRatedInOneGo() {
    CallFacts call = CallFacts.web();
    List<UsageFact> facts =
        new ArrayList<>(
            List.of(call.opened(), call.tokensOf("gpt-5", 4000, 1000), call.latencyOnly()));
    List<BillLine> expected = null;
    UsageFact end = call.ended(Duration.ofSeconds(90));
    for (int i = 0; i < 20; i++) {
      Collections.shuffle(facts, new Random(i));
      List<UsageFact> arriving = new ArrayList<>(facts);
      arriving.add(end);
      List<BillLine> posted = postedOneByOne(arriving);
      expected = expected == null ? posted : expected;
      assertThat(posted).hasSize(3).isEqualTo(expected);
    }
  }

  /** What the ledger holds when each fact is rated as it arrives. */
  private static List<BillLine> postedOneByOne(List<UsageFact> arriving) {
    List<UsageFact> known = new ArrayList<>();
    List<BillLine> posted = new ArrayList<>();
    for (UsageFact fact : arriving) {
      known.add(fact);
      Optional<CallUsage> usage = CallUsage.of(known);
      usage.ifPresent(
          now -> posted.addAll(BillLines.difference(posted, RatedCall.of(now, CARD).lines())));
    }
    return posted;
  }

  private static List<UsageFact> someFacts(Random random) {
    CallFacts call = CallFacts.on(CallChannel.values()[random.nextInt(3)]);
    List<UsageFact> facts = new ArrayList<>();
    facts.add(call.opened());
    facts.add(random.nextInt(5) == 0 ? call.neverAnswered() : call.ended(talk(random)));
    for (int revision = 1; revision <= random.nextInt(4); revision++) {
      facts.add(call.corrected(revision, talk(random)));
    }
    for (int i = 0; i < random.nextInt(5); i++) {
      facts.add(
          switch (random.nextInt(4)) {
            case 0 -> call.latencyOnly();
            case 1 -> call.model(random.nextBoolean() ? "gpt-5" : "gpt-4.1");
            case 2 -> call.tokens(random.nextLong(50_000), null);
            default -> call.tokensOf("gpt-5", random.nextLong(50_000), random.nextLong(9_000));
          });
    }
    return facts;
  }

  private static Duration talk(Random random) {
    return Duration.ofMillis(random.nextLong(600_000));
  }
}
