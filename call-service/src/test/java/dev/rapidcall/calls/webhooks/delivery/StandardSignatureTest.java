package dev.rapidcall.calls.webhooks.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.service.environment.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StandardSignatureTest {
  private static final Secret SECRET = new Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
  private static final Secret OTHER = new Secret("whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX");

  /** The example that libraries for Standard Webhooks test themselves with. */
  @Test
  void signsAsTheSpecificationDoes() {
    assertThat(headers(List.of(SECRET)))
        .containsEntry("webhook-id", "msg_p5jXN8AQM9LWM0D4loKWxJek")
        .containsEntry("webhook-timestamp", "1614265330")
        .containsEntry("webhook-signature", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void signsWithEachSecretWhileOneReplacesTheOther() {
    String both = headers(List.of(OTHER, SECRET)).getOrDefault("webhook-signature", "");

    assertThat(both.split(" ")).hasSize(2).allMatch(one -> one.startsWith("v1,"));
    assertThat(both).endsWith(" v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  private static Map<String, String> headers(List<Secret> secrets) {
    return StandardSignature.headers(
        "msg_p5jXN8AQM9LWM0D4loKWxJek",
        Instant.ofEpochSecond(1_614_265_330L),
        "{\"test\": 2432232314}",
        secrets);
  }
}
