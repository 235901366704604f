package dev.rapidcall.calls.webhooks.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rapidcall.service.idempotency.OncePerKey;
import dev.rapidcall.service.identity.Caller;
import dev.rapidcall.service.web.Ok;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The signing secrets over HTTP. A secret itself is in one answer only: that of its rotation. */
@RestController
@RequestMapping("/api/webhooks/secrets")
class SecretsController {
  private final SigningSecrets secrets;

  SecretsController(SigningSecrets secrets) {
    this.secrets = secrets;
  }

  /** A secret; its value only once. */
  record SecretView(
      String id,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String secret,
      long createdAt) {

    static SecretView hidden(SigningSecret secret) {
      return new SecretView(secret.id(), null, secret.createdAt().toEpochMilli());
    }

    static SecretView shown(SigningSecret secret) {
      return new SecretView(secret.id(), secret.value().value(), secret.createdAt().toEpochMilli());
    }

    @Override
    public String toString() {
      return "SecretView[" + id + "]";
    }
  }

  record SecretAnswer(SecretView secret) {}

  record SecretsAnswer(List<SecretView> secrets) {}

  /** The secrets that sign webhooks, the newest first. */
  @GetMapping
  SecretsAnswer list(Caller caller) {
    return new SecretsAnswer(
        secrets.of(caller.workspace()).stream().map(SecretView::hidden).toList());
  }

  /** Makes a new signing secret; the older one signs on beside it. */
  @OncePerKey
  @PostMapping("/rotate")
  @ResponseStatus(HttpStatus.CREATED)
  SecretAnswer rotate(Caller caller) {
    return new SecretAnswer(SecretView.shown(secrets.rotate(caller.workspace())));
  }

  /** Ends the older signing secret. */
  @DeleteMapping("/{id}")
  Ok remove(Caller caller, @PathVariable String id) {
    secrets.remove(caller.workspace(), id);
    return Ok.DONE;
  }
}
