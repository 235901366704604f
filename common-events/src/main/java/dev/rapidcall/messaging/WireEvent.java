package dev.rapidcall.messaging;

import java.util.Map;

/**
 * An event as it lies on the wire: CloudEvents in binary mode.
 *
 * @param topic without the prefix of the installation
 * @param key what keeps its order: the call id
 * @param headers the CloudEvents attributes
 * @param payload the event itself as JSON
 */
public record WireEvent(String topic, String key, Map<String, String> headers, String payload) {

  /** Copies the headers. */
  public WireEvent {
    headers = Map.copyOf(headers);
  }
}
