package dev.rapidcall.calls.voices;

import dev.rapidcall.calls.voices.VoiceSettings.Account;
import dev.rapidcall.service.environment.Secret;
import java.net.URI;
import java.time.Duration;
import org.springframework.util.unit.DataSize;

/** Accounts at a provider's double. */
public final class VoicesFixture {
  private VoicesFixture() {}

  public static VoiceSettings at(URI provider, String key) {
    return at(provider, key, Duration.ofSeconds(10));
  }

  public static VoiceSettings at(URI provider, String key, Duration timeout) {
    Account account = new Account(new Secret(key), provider);
    return new VoiceSettings(
        account, account, Duration.ofSeconds(1), timeout, DataSize.ofBytes(1000), 2);
  }
}
