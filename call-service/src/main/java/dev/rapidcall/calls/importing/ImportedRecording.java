package dev.rapidcall.calls.importing;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The recording of a call of a file. Its sound is not in the file, so it is not there until
 * recording-service has found it: never {@code ready} for what cannot be heard, and never
 * unfinished, for pages would wait for it for ever.
 *
 * @param shown what the call shows until then
 * @param key the file in a store that it was recorded to, null if it was none
 */
record ImportedRecording(ObjectNode shown, @Nullable String key) {

  static @Nullable ImportedRecording of(String call, @Nullable ObjectNode recording) {
    if (recording == null) {
      return null;
    }
    ObjectNode shown = recording.deepCopy().put("status", "failed");
    return recording.path("kind").asString("").equals("egress_s3")
        ? ofStore(call, shown)
        : new ImportedRecording(uploaded(shown), null);
  }

  private static ImportedRecording ofStore(String call, ObjectNode shown) {
    shown.put("url", "/api/calls/" + call + "/recording");
    shown.put("reason", "The storage of this installation was not seen to have its file.");
    String key = shown.path("key").asString("");
    return new ImportedRecording(shown, key.isEmpty() ? null : key);
  }

  /** Its address was that of a file beside the old server. */
  private static ObjectNode uploaded(ObjectNode shown) {
    shown.remove("url");
    return shown
        .put("kind", "upload")
        .put("reason", "Its file stayed where the call took place. Upload it again.");
  }
}
