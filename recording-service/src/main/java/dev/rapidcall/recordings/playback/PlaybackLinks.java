package dev.rapidcall.recordings.playback;

import dev.rapidcall.events.CallId;
import org.springframework.web.util.UriComponentsBuilder;

/** Makes the links that an audio element plays from. */
public final class PlaybackLinks {
  private final String baseUrl;
  private final PlaybackTokens tokens;

  PlaybackLinks(String baseUrl, PlaybackTokens tokens) {
    this.baseUrl = baseUrl;
    this.tokens = tokens;
  }

  /** A link to a call's recording that holds for {@link PlaybackTokens#LIFE}. */
  public String to(CallId call) {
    return UriComponentsBuilder.fromUriString(baseUrl)
        .path("/api/calls/{call}/recording-playback")
        .queryParam("token", tokens.sign(call))
        .encode()
        .buildAndExpand(call.value())
        .toUriString();
  }
}
