package dev.rapidcall.recordings.playback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.events.CallId;
import dev.rapidcall.service.environment.Secret;
import dev.rapidcall.service.secrets.SecretUses;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaybackTokensTest {
  private static final Instant NOW = Instant.ofEpochMilli(1_795_392_315_232L);
  private static final CallId CALL = new CallId("call_abc");

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  @Test
  void signsAsTheContractSays() {
    // node: createHmac("sha256", "topsecret").update("call_abc.1795394115232").digest("base64url")
    assertThat(tokens(NOW, "topsecret").sign(CALL))
        .isEqualTo("1795394115232.qcew1ggA8HseV_bFlUHD19fTJlwMfludimECilBzt8I");
  }

  @Test
  void holdsForHalfAnHour() {
    String token = tokens(NOW, "one").sign(CALL);

    assertThat(tokens(NOW.plus(Duration.ofMinutes(29)), "one").allows(CALL, token)).isTrue();
    assertThat(tokens(NOW.plus(Duration.ofMinutes(30)), "one").allows(CALL, token)).isFalse();
  }

  @Test
  void isForOneCallOnly() {
    String token = tokens(NOW, "one").sign(CALL);

    assertThat(tokens(NOW, "one").allows(new CallId("call_abd"), token)).isFalse();
  }

  @Test
  void everyLiveSecretIsAcceptedAndTheFirstSigns() {
    String old = tokens(NOW, "old").sign(CALL);

    assertThat(tokens(NOW, "new", "old").allows(CALL, old)).isTrue();
    assertThat(uses("older")).isEqualTo(1);
    assertThat(uses("newest")).isZero();
    assertThat(tokens(NOW, "new", "old").sign(CALL)).isEqualTo(tokens(NOW, "new").sign(CALL));
    assertThat(tokens(NOW, "new").allows(CALL, old)).isFalse();
  }

  @Test
  @DisplayName("weakness 25: without a playback secret links are not signed with the agent's")
  void drawsASecretOfItsOwnFromTheAgentsSecret() {
    PlaybackSettings none =
        new PlaybackSettings(
            List.of(), List.of(new Secret("new-agent"), new Secret("old-agent")), null);
    PlaybackTokens drawn = tokens(NOW, none.liveSecrets());

    assertThat(none.isDerived()).isTrue();
    assertThat(drawn.allows(CALL, drawn.sign(CALL))).isTrue();
    assertThat(drawn.allows(CALL, tokens(NOW, "new-agent").sign(CALL))).isFalse();
    assertThat(drawn.sign(CALL))
        .isEqualTo(tokens(NOW, List.of(DerivedSecret.from(new Secret("new-agent")))).sign(CALL));
  }

  @Test
  @DisplayName("weakness 25: with a playback secret the agent's is out of the game")
  void takesThePlaybackSecretWhereThereIsOne() {
    PlaybackSettings own =
        new PlaybackSettings(List.of(new Secret("own")), List.of(new Secret("agent")), null);

    assertThat(own.isDerived()).isFalse();
    assertThat(own.liveSecrets()).containsExactly(new Secret("own"));
  }

  @Test
  void aLongerLifeCannotBeWrittenIn() {
    String signature = tokens(NOW, "one").sign(CALL).split("\\.", 2)[1];

    assertThat(tokens(NOW, "one").allows(CALL, "9999999999999." + signature)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "x", "1.", ".abc", "1.2.3", "99999999999999999999.abc", "-1.a"})
  void nonsenseIsRefused(String token) {
    assertThat(tokens(NOW, "one").allows(CALL, token)).isFalse();
  }

  @Test
  void withoutASecretNothingIsAllowed() {
    assertThat(tokens(NOW).canSign()).isFalse();
    assertThat(tokens(NOW).allows(CALL, tokens(NOW, "one").sign(CALL))).isFalse();
  }

  private double uses(String age) {
    return meters
        .get("rapidcall.secret.uses")
        .tags("secret", "playback", "age", age)
        .counter()
        .count();
  }

  private PlaybackTokens tokens(Instant now, String... secrets) {
    return tokens(now, Arrays.stream(secrets).map(Secret::new).toList());
  }

  private PlaybackTokens tokens(Instant now, List<Secret> secrets) {
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    return new PlaybackTokens(new SecretUses(meters, clock).of("playback", secrets), clock);
  }
}
