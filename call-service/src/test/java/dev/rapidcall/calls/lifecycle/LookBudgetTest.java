package dev.rapidcall.calls.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class LookBudgetTest {
  private final LookBudget budget = new LookBudget(new LookSettings(Duration.ofMinutes(1), 1));

  @Test
  void paysForWhatThereWasAndGivesNoMoreThanThereIs() {
    assertThat(budget.spend(8, limit -> List.of())).isEmpty();
    assertThat(budget.spend(8, limit -> Collections.nCopies(limit, "call"))).hasSize(1);
    assertThat(budget.spend(8, limit -> Collections.nCopies(limit, "call"))).isEmpty();
  }
}
