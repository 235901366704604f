package dev.rapidcall.billing.credit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.billing.money.Usd;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TrialCreditTest {
  private final TrialCredit fresh = new TrialCredit(Usd.of("20"), Usd.ZERO);

  @Test
  void paysWhileItLasts() {
    TrialCredit after = fresh.charge(Usd.of("0.214"));

    assertThat(after.used()).isEqualTo(Usd.of("0.214"));
    assertThat(after.remaining()).isEqualTo(Usd.of("19.786"));
  }

  @Test
  void neverFallsBelowZero() {
    TrialCredit after = fresh.charge(Usd.of("25"));

    assertThat(after.used()).isEqualTo(Usd.of("20"));
    assertThat(after.remaining()).isEqualTo(Usd.ZERO);
  }

  @Test
  void aReductionFirstPaysWhatIsOwed() {
    TrialCredit after = fresh.charge(Usd.of("25")).charge(Usd.of("-8"));

    assertThat(after.used()).isEqualTo(Usd.of("17"));
    assertThat(after.remaining()).isEqualTo(Usd.of("3"));
  }

  @Test
  void isTheSameInWhateverOrderCallsAreChargedAndAmended() {
    List<Usd> charges =
        new ArrayList<>(List.of(Usd.of("10"), Usd.of("15"), Usd.of("-8"), Usd.of("0.000001")));
    for (int i = 0; i < 24; i++) {
      Collections.shuffle(charges, new Random(i));
      TrialCredit credit = fresh;
      for (Usd charge : charges) {
        credit = credit.charge(charge);
      }
      assertThat(credit.remaining()).isEqualTo(Usd.of("2.999999"));
    }
  }
}
