package dev.rapidcall.gateway.edge.limits;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class ClientAddressesTest {

  @Test
  @DisplayName("weakness 27: without a proxy of ours, X-Forwarded-For is nobody's business")
  void believesTheSocketAlone() {
    assertThat(new ClientAddresses(0).of(from("10.0.0.9", "1.2.3.4"))).isEqualTo("10.0.0.9");
  }

  @Test
  @DisplayName("weakness 27: only what our own proxies added is believed")
  void countsFromTheRight() {
    assertThat(new ClientAddresses(1).of(from("10.0.0.9", "6.6.6.6, 1.2.3.4")))
        .isEqualTo("1.2.3.4");
    assertThat(new ClientAddresses(2).of(from("10.0.0.9", "6.6.6.6, 1.2.3.4, 10.0.0.8")))
        .isEqualTo("1.2.3.4");
    assertThat(new ClientAddresses(2).of(from("10.0.0.9", "6.6.6.6", "1.2.3.4,10.0.0.8")))
        .isEqualTo("1.2.3.4");
  }

  @Test
  void takesTheSocketWhereTheProxySaidNothing() {
    assertThat(new ClientAddresses(1).of(from("10.0.0.9"))).isEqualTo("10.0.0.9");
    assertThat(new ClientAddresses(2).of(from("10.0.0.9", "1.2.3.4"))).isEqualTo("10.0.0.9");
  }

  @Test
  void takesANetworkOfTheSixthVersionForOneClient() {
    ClientAddresses direct = new ClientAddresses(0);

    assertThat(direct.of(from("2001:db8:1:2:a::1")))
        .isEqualTo(direct.of(from("2001:db8:1:2:b::2")));
    assertThat(direct.of(from("2001:db8:1:2:a::1")))
        .isNotEqualTo(direct.of(from("2001:db8:1:3:a::1")));
  }

  @Test
  @DisplayName("weakness 27: a new connection through a proxy is no new client")
  void aPortIsNoPartOfAnAddress() {
    ClientAddresses proxied = new ClientAddresses(1);

    assertThat(proxied.of(from("10.0.0.9", "1.2.3.4:5555"))).isEqualTo("1.2.3.4");
    assertThat(proxied.of(from("10.0.0.9", "[2001:db8:1:2:a::1]:5555")))
        .isEqualTo(proxied.of(from("10.0.0.9", "2001:db8:1:2:a::1")))
        .isEqualTo(proxied.of(from("10.0.0.9", "[2001:db8:1:2:b::1]")));
  }

  private static MockHttpServletRequest from(String socket, String... forwardedFor) {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setRemoteAddr(socket);
    for (String header : forwardedFor) {
      request.addHeader("X-Forwarded-For", header);
    }
    return request;
  }
}
