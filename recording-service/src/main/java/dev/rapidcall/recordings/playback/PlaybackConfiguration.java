package dev.rapidcall.recordings.playback;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PlaybackSettings.class)
class PlaybackConfiguration {

  @Bean
  PlaybackTokens playbackTokens(PlaybackSettings settings, Clock clock) {
    return new PlaybackTokens(settings.liveSecrets(), clock);
  }

  @Bean
  PlaybackLinks playbackLinks(PlaybackSettings settings, PlaybackTokens tokens) {
    return new PlaybackLinks(settings.baseUrl(), tokens);
  }
}
