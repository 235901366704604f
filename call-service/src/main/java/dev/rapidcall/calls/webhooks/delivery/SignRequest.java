package dev.rapidcall.calls.webhooks.delivery;

import dev.rapidcall.events.WorkspaceId;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Makes a request that the receiver can check. */
@Component
class SignRequest {
  private final SigningSecrets secrets;

  SignRequest(SigningSecrets secrets) {
    this.secrets = secrets;
  }

  WebhookRequest sign(
      WorkspaceId workspace, String url, String eventId, Instant sentAt, String body) {
    return new WebhookRequest(
        url,
        StandardSignature.headers(
            eventId,
            sentAt,
            body,
            secrets.of(workspace).stream().map(SigningSecret::value).toList()),
        body);
  }
}
