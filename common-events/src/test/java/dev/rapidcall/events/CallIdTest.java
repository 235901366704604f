package dev.rapidcall.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CallIdTest {

  @Test
  @DisplayName("weakness 20: an outbound job's room names its call, so nothing is searched for it")
  void anOutboundRoomNamesItsCall() {
    assertThat(CallId.of(new RoomName("out-0a1B2c3D4e5F")).value()).isEqualTo("out_0a1B2c3D4e5F");
  }

  @Test
  void everyOtherRoomHasOneCallOfItsOwn() {
    CallId call = CallId.of(new RoomName("call-_+15557654321_6psckcHxuyo5"));

    assertThat(call.value()).matches("call_[0-9A-Za-z]{12}");
    assertThat(CallId.of(new RoomName("call-_+15557654321_6psckcHxuyo5"))).isEqualTo(call);
    assertThat(CallId.of(new RoomName("call-_+15557654321_6psckcHxuyo6"))).isNotEqualTo(call);
  }
}
