package dev.rapidcall.recordings.ledger;

import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** The settings as they are when nobody sets anything. */
final class Settings {
  private Settings() {}

  static RecordingSettings usual() {
    return new Binder(new MapConfigurationPropertySource(Map.of()))
        .bindOrCreate("rapidcall.recordings", RecordingSettings.class);
  }
}
