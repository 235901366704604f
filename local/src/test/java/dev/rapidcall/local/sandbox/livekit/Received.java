package dev.rapidcall.local.sandbox.livekit;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A request that arrived; header names in lower case. */
record Received(String method, String path, Map<String, String> headers, String body) {

  JsonNode json() {
    return JsonMapper.shared().readTree(body);
  }

  String header(String name) {
    return headers.getOrDefault(name, "");
  }
}
