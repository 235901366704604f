package dev.rapidcall.telephony.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumberPurchaseTest {

  @Test
  void aTrialPaysFirst() {
    assertThat(new NumberPurchase(new TrialSettings(false)).refusal().status()).isEqualTo(402);
  }

  @Test
  void whereTheTrialMayBuyThereIsNothingToBuyYet() {
    assertThat(new NumberPurchase(new TrialSettings(true)).refusal().status()).isEqualTo(400);
  }
}
