package dev.rapidcall.gateway.accounts;

import dev.rapidcall.service.errors.ApiException.NotFound;
import dev.rapidcall.service.idempotency.OncePerKey;
import dev.rapidcall.service.web.Ok;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/api-keys")
class ApiKeysController {
  private static final long LAST_MOMENT = 253_402_300_799_999L; // of the year 9999

  private static final String SCOPES = "Must be read, write or admin";

  private final ApiKeys keys;
  private final CreateApiKey create;

  ApiKeysController(ApiKeys keys, CreateApiKey create) {
    this.keys = keys;
    this.create = create;
  }

  record Body(
      @NotNull(message = "Required")
          @Size(min = 1, max = 80, message = "Must have 1 to 80 characters")
          @Pattern(regexp = Patterns.STORABLE, message = "Invalid character")
          String name,
      @Size(min = 1, max = 3, message = "Must name 1 to 3 rights")
          @Nullable
              List<
                  @NotNull(message = SCOPES) @Pattern(regexp = "read|write|admin", message = SCOPES)
                  String>
              scopes,
      @Positive(message = "Must be in the future") @Max(value = LAST_MOMENT, message = "Too late")
          @Nullable Long expiresAt) {}

  record Keys(List<ApiKeyView> apiKeys) {}

  record Created(NewApiKeyView apiKey) {}

  /** The workspace's API keys, without their secrets. */
  @GetMapping
  Keys list(@RequestAttribute(SignedIn.ATTRIBUTE) SignedIn who) {
    return new Keys(
        keys.of(who.workspace().id()).stream()
            .map(key -> ApiKeyView.of(key, who.workspace().id()))
            .toList());
  }

  /** Makes an API key; its secret is shown this once. */
  @OncePerKey
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Created create(
      @RequestAttribute(SignedIn.ATTRIBUTE) SignedIn who, @Valid @RequestBody Body body) {
    Instant expiresAt = body.expiresAt() == null ? null : Instant.ofEpochMilli(body.expiresAt());
    Set<String> scopes = body.scopes() == null ? null : Set.copyOf(body.scopes());
    return new Created(NewApiKeyView.of(create.of(who, body.name(), scopes, expiresAt)));
  }

  /** Ends an API key at once. */
  @DeleteMapping("/{id}")
  Ok revoke(@RequestAttribute(SignedIn.ATTRIBUTE) SignedIn who, @PathVariable String id) {
    if (!keys.remove(id, who.workspace().id())) {
      throw new NotFound("API key not found");
    }
    return Ok.DONE;
  }
}
