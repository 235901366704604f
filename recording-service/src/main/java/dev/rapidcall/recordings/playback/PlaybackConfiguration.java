package dev.rapidcall.recordings.playback;

import dev.rapidcall.service.secrets.SecretUses;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PlaybackSettings.class)
class PlaybackConfiguration {
  private static final Logger log = LoggerFactory.getLogger(PlaybackConfiguration.class);

  @Bean
  PlaybackTokens playbackTokens(PlaybackSettings settings, SecretUses uses, Clock clock) {
    if (settings.isDerived()) {
      log.warn(
          "RECORDING_PLAYBACK_SECRET is not set: links to recordings are signed with a secret drawn"
              + " from AGENT_SHARED_SECRET, and end when that is changed.");
    }
    return new PlaybackTokens(uses.of("playback", settings.liveSecrets()), clock);
  }

  @Bean
  PlaybackLinks playbackLinks(PlaybackSettings settings, PlaybackTokens tokens) {
    return new PlaybackLinks(settings.baseUrl(), tokens);
  }
}
