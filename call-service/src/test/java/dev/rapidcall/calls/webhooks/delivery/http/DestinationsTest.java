package dev.rapidcall.calls.webhooks.delivery.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationsTest {
  private static final SendingSettings STRICT =
      new SendingSettings(false, Set.of(443, 8443), Duration.ofSeconds(1));

  @ParameterizedTest
  @DisplayName("weakness 17: no webhook goes to an address inside, however it is written")
  @ValueSource(
      strings = {
        "https://127.0.0.1/",
        "https://127.1/",
        "https://2130706433/",
        "https://0x7f000001/",
        "https://0x7f.0.0.1/",
        "https://0177.0.0.1/",
        "https://017700000001/",
        "https://0/",
        "https://localhost/",
        "https://localhost./",
        "https://127.0.0.1./",
        "https://LOCALHOST/",
        "https://[::1]/",
        "https://[::]/",
        "https://[::ffff:127.0.0.1]/",
        "https://[::ffff:7f00:1]/",
        "https://[::127.0.0.1]/",
        "https://[64:ff9b::7f00:1]/",
        "https://[2002:7f00:1::]/",
        "https://[fd00:ec2::254]/latest/meta-data",
        "https://169.254.169.254/latest/meta-data",
        "https://2852039166/latest/meta-data",
        "https://100.100.100.200/",
        "https://10.1.2.3/",
        "https://192.168.0.1/",
        "https://127\u30020\u30020\u30021/"
      })
  void refusesAddressesInside(String address) {
    assertRefused(
        new Destinations(STRICT, DestinationsTest::really, PublicAddress::isPublic), address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.com/",
        "https://user@example.com/",
        "https://user:password@example.com/",
        "https://example.com:22/",
        "https://example.com:80/",
        "ftp://example.com/",
        "file:///etc/passwd",
        "gopher://example.com/",
        "//example.com/",
        "https://0177.0.0.1/",
        "https://1.2.3/",
        "https://0x08080808/",
        "nonsense",
        ""
      })
  void refusesWhatIsNotHttpsAtAnAllowedPort(String address) {
    assertRefused(destinations("1.1.1.1"), address);
  }

  @Test
  void refusesAHostOfWhichOneAddressIsInside() {
    assertRefused(destinations("1.1.1.1", "10.0.0.1"), "https://example.com/");
    assertRefused(destinations(), "https://example.com/");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://example.com/hook", "https://example.com:8443/hook?token=1"})
  void takesTheRest(String address) throws RefusedException {
    assertThat(destinations("1.1.1.1", "2606:4700::1").check(address).addresses())
        .containsExactly(InetAddress.ofLiteral("1.1.1.1"), InetAddress.ofLiteral("2606:4700::1"));
  }

  @Test
  void takesAnythingButUsersWhereTheOperatorAllowsIt() throws RefusedException {
    Destinations loose =
        new Destinations(
            new SendingSettings(true, Set.of(443), Duration.ofSeconds(1)),
            host -> List.of(InetAddress.ofLiteral("127.0.0.1")),
            PublicAddress::isPublic);

    assertThat(loose.check("http://localhost:9999/hook").url().port()).isEqualTo(9999);
    assertRefused(loose, "http://user@localhost/");
  }

  private static Destinations destinations(String... addresses) {
    List<InetAddress> found =
        java.util.stream.Stream.of(addresses).map(InetAddress::ofLiteral).toList();
    return new Destinations(STRICT, host -> found, PublicAddress::isPublic);
  }

  private static List<InetAddress> really(String host) throws UnknownHostException {
    return List.of(InetAddress.getAllByName(host));
  }

  private static void assertRefused(Destinations destinations, String address) {
    assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> destinations.check(address));
  }
}
