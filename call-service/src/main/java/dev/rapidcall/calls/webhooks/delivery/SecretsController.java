package dev.rapidcall.calls.webhooks.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rapidcall.service.identity.Caller;
import java.util.List;
import java.util.Map;
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

  @GetMapping
  Map<String, List<SecretView>> list(Caller caller) {
    return Map.of(
        "secrets", secrets.of(caller.workspace()).stream().map(SecretView::hidden).toList());
  }

  @PostMapping("/rotate")
  @ResponseStatus(HttpStatus.CREATED)
  Map<String, SecretView> rotate(Caller caller) {
    return Map.of("secret", SecretView.shown(secrets.rotate(caller.workspace())));
  }

  @DeleteMapping("/{id}")
  Map<String, Boolean> remove(Caller caller, @PathVariable String id) {
    secrets.remove(caller.workspace(), id);
    return Map.of("ok", true);
  }
}
