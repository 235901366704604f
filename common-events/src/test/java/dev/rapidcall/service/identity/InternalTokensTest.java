package dev.rapidcall.service.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rapidcall.events.WorkspaceId;
import dev.rapidcall.service.environment.Secret;
import dev.rapidcall.service.errors.ApiException.Forbidden;
import dev.rapidcall.service.secrets.SecretUses;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

class InternalTokensTest {
  private static final Secret OLD = new Secret("old-key-old-key-old-key-old-key-old");
  private static final Secret NEW = new Secret("new-key-new-key-new-key-new-key-new");
  private static final Clock NOW = Clock.systemUTC();

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final JwtDecoder duringRotation = decoder(List.of(NEW, OLD));

  @Test
  void tellsWhoAsksForWhichWorkspace() {
    Caller person = Caller.user("user1", new WorkspaceId("ws1"));

    Jwt token = duringRotation.decode(tokens(NEW, NOW).mint(person, "request-1"));

    assertThat(Caller.of(token)).isEqualTo(person);
    assertThat(token.getId()).isEqualTo("request-1");
    assertThat(Duration.between(token.getIssuedAt(), token.getExpiresAt()))
        .isEqualTo(Duration.ofSeconds(60));
  }

  @Test
  void knowsNoWorkspaceOfTheAgentAndThePublic() {
    Caller agent = Caller.of(duringRotation.decode(tokens(NEW, NOW).mint(Caller.agent(), "r")));

    assertThat(agent).isEqualTo(Caller.agent());
    assertThatExceptionOfType(Forbidden.class).isThrownBy(agent::workspace);
    assertThatExceptionOfType(Forbidden.class).isThrownBy(Caller.anybody()::workspace);
  }

  @Test
  void isAcceptedFromEveryLiveKeyAndTheOldOneIsCounted() {
    assertThat(duringRotation.decode(tokens(OLD, NOW).mint(Caller.agent(), "r"))).isNotNull();
    assertThat(uses("older")).isEqualTo(1);

    assertThat(duringRotation.decode(tokens(NEW, NOW).mint(Caller.agent(), "r"))).isNotNull();
    assertThat(uses("newest")).isEqualTo(1);
  }

  @Test
  void isSignedWithTheNewestKey() {
    String token = new InternalTokens(List.of(NEW, OLD), NOW).mint(Caller.agent(), "r");

    assertThat(decoder(List.of(NEW)).decode(token)).isNotNull();
  }

  @Test
  void isRefusedFromAnotherKey() {
    JwtDecoder afterRotation = decoder(List.of(NEW));

    assertThatExceptionOfType(JwtException.class)
        .isThrownBy(() -> afterRotation.decode(tokens(OLD, NOW).mint(Caller.agent(), "r")));
    assertThat(uses("older")).isZero();
  }

  @Test
  @DisplayName("fault F10: a gateway whose clock is ten minutes off is understood")
  void isTakenFromAClockThatGoesWrong() {
    for (int minutes : new int[] {-10, 10}) {
      Clock wrong = Clock.offset(NOW, Duration.ofMinutes(minutes));

      assertThat(duringRotation.decode(tokens(NEW, wrong).mint(Caller.agent(), "r"))).isNotNull();
    }
  }

  @Test
  void isGoodForTheServiceItIsMeantForAndNoOther() {
    String forRecordings = tokens(NEW, NOW).mint(Caller.agent(), "r", "recording-service");

    assertThatExceptionOfType(JwtException.class)
        .isThrownBy(() -> duringRotation.decode(forRecordings));
    assertThat(duringRotation.decode(tokens(NEW, NOW).mint(Caller.agent(), "r", "call-service")))
        .isNotNull();
  }

  @Test
  void isRefusedWhenItsTimeIsOver() {
    Clock earlier = Clock.offset(NOW, Duration.ofMinutes(-17));

    assertThatExceptionOfType(JwtException.class)
        .isThrownBy(() -> duringRotation.decode(tokens(NEW, earlier).mint(Caller.agent(), "r")));
  }

  @Test
  void isRefusedWithoutSignature() {
    String unsigned = "eyJhbGciOiJub25lIn0.eyJpc3MiOiJyYXBpZGNhbGwtZ2F0ZXdheSJ9.";

    assertThatExceptionOfType(JwtException.class).isThrownBy(() -> duringRotation.decode(unsigned));
  }

  private JwtDecoder decoder(List<Secret> keys) {
    return new InternalTokenDecoder(
        keys, new SecretUses(meters, NOW).of("internal-token", keys), "call-service");
  }

  private double uses(String age) {
    return meters.get("rapidcall.secret.uses").tag("age", age).counter().count();
  }

  private static InternalTokens tokens(Secret key, Clock clock) {
    return new InternalTokens(List.of(key), clock);
  }
}
