package dev.rapidcall.gateway.voiceagent;

import dev.rapidcall.gateway.owners.CallAnswer;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** What is answered after an event was published: the call with it, or that it will be. */
final class CallAnswers {
  private static final String ACCEPTED = "{\"ok\":true}";

  private CallAnswers() {}

  static ResponseEntity<String> of(CallAnswer answer) {
    return switch (answer) {
      case CallAnswer.Found found ->
          json(found.pending() ? HttpStatus.ACCEPTED : HttpStatus.OK, found.json());
      case CallAnswer.Absent absent -> json(HttpStatus.ACCEPTED, ACCEPTED);
      case CallAnswer.Unreachable away -> json(HttpStatus.ACCEPTED, ACCEPTED);
    };
  }

  private static ResponseEntity<String> json(HttpStatus status, String body) {
    return ResponseEntity.status(status).contentType(MediaType.APPLICATION_JSON).body(body);
  }
}
