package dev.rapidcall.billing.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class UsdTest {

  @Test
  void roundsHalfUpAtTheMillionth() {
    assertThat(Usd.of("0.0000005")).isEqualTo(Usd.of("0.000001"));
    assertThat(Usd.of("0.00000049")).isEqualTo(Usd.ZERO);
    assertThat(Usd.of("-0.0000005")).isEqualTo(Usd.of("-0.000001"));
  }

  @Test
  void amountsAreEqualWhateverTheirZeros() {
    assertThat(Usd.of("20")).isEqualTo(Usd.of("20.000")).hasSameHashCodeAs(Usd.of("20.0"));
  }

  @Test
  void roundsHalfUpToCents() {
    assertThat(Usd.of("0.214").cents()).isEqualTo(21);
    assertThat(Usd.of("0.215").cents()).isEqualTo(22);
    assertThat(Usd.ZERO.cents()).isZero();
  }

  @Test
  void writesNumbersShortAndWithoutExponent() {
    assertThat(Usd.of("20").plain()).hasToString("20");
    assertThat(Usd.of("0.214000").plain()).hasToString("0.214");
    assertThat(Usd.plain(new BigDecimal("1E+3"))).hasToString("1000");
  }
}
