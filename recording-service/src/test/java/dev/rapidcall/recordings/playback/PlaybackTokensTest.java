package dev.rapidcall.recordings.playback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.events.CallId;
import dev.rapidcall.service.environment.Secret;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaybackTokensTest {
  private static final Instant NOW = Instant.ofEpochMilli(1_795_392_315_232L);
  private static final CallId CALL = new CallId("call_abc");

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
    assertThat(tokens(NOW, "new", "old").sign(CALL)).isEqualTo(tokens(NOW, "new").sign(CALL));
    assertThat(tokens(NOW, "new").allows(CALL, old)).isFalse();
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

  private static PlaybackTokens tokens(Instant now, String... secrets) {
    return new PlaybackTokens(
        Arrays.stream(secrets).map(Secret::new).toList(), Clock.fixed(now, ZoneOffset.UTC));
  }
}
