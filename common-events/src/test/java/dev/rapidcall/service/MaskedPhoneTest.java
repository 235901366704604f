package dev.rapidcall.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MaskedPhoneTest {

  @Test
  void showsTooLittleOfANumberToCallIt() {
    assertThat(new MaskedPhone("+15551234567")).hasToString("+15***67");
  }

  @Test
  void hidesAShortNumberAltogether() {
    assertThat(new MaskedPhone("+151234")).hasToString("***");
  }
}
