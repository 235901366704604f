package dev.rapidcall.gateway.owners;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** Where each owner is. */
@Validated
@ConfigurationProperties("rapidcall.owners")
public record OwnerSettings(
    @NotNull URI calls, @NotNull URI recordings, @NotNull URI telephony, @NotNull URI billing) {

  /** The owner's base address. */
  public URI of(Owner owner) {
    return switch (owner) {
      case CALLS -> calls;
      case RECORDINGS -> recordings;
      case TELEPHONY -> telephony;
      case BILLING -> billing;
    };
  }
}
