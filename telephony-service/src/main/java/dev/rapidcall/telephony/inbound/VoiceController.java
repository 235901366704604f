package dev.rapidcall.telephony.inbound;

import dev.rapidcall.service.web.Ok;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the carrier asks when a phone calls one of our numbers. */
@RestController
@RequestMapping("/api/twilio/inbound")
class VoiceController {
  private static final MediaType XML = new MediaType("text", "xml", StandardCharsets.UTF_8);
  private static final String NOT_IN_SERVICE =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
          + "<Response><Say>This number is not in service.</Say></Response>";

  /** Whether the webhook is reachable. */
  @GetMapping
  Ok alive() {
    return Ok.DONE;
  }

  /** What the carrier shall do with a call: no number is in service yet, whoever asks. */
  @PostMapping
  ResponseEntity<String> answer() {
    return ResponseEntity.ok().contentType(XML).body(NOT_IN_SERVICE);
  }
}
