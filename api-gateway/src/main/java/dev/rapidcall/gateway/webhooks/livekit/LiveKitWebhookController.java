package dev.rapidcall.gateway.webhooks.livekit;

import dev.rapidcall.service.errors.ApiException.BadRequest;
import dev.rapidcall.service.errors.ApiException.Unauthorized;
import dev.rapidcall.service.web.Ok;
import dev.rapidcall.service.web.RequestId;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Raw bytes: what is signed is what was sent, not what we would make of it. They are read only when
 * the signature holds, for anybody may send anything here.
 */
@RestController
class LiveKitWebhookController {
  private static final Logger log = LoggerFactory.getLogger(LiveKitWebhookController.class);

  private final LiveKitSignature signature;
  private final TakeWebhook take;

  LiveKitWebhookController(LiveKitSignature signature, TakeWebhook take) {
    this.signature = signature;
    this.take = take;
  }

  /** Takes what LiveKit tells of rooms, participants and egresses. */
  @PostMapping("/api/livekit/webhook")
  Ok receive(HttpServletRequest request) throws IOException {
    String authorization = authorization(request);
    if (authorization == null || authorization.isBlank()) {
      log.warn("[livekit.webhook] refused: no signature");
      throw new Unauthorized("Missing signature");
    }
    String digest = signature.digest(authorization).orElseThrow(LiveKitWebhookController::refused);
    byte[] body = request.getInputStream().readAllBytes();
    if (!LiveKitSignature.isDigestOf(body, digest)) {
      throw refused();
    }
    take.body(body, RequestId.of(request));
    return Ok.DONE;
  }

  private static BadRequest refused() {
    log.warn("[livekit.webhook] refused: bad signature");
    return new BadRequest("Bad signature");
  }

  private static @Nullable String authorization(HttpServletRequest request) {
    String usual = request.getHeader("Authorization");
    return usual == null ? request.getHeader("Authorize") : usual;
  }
}
