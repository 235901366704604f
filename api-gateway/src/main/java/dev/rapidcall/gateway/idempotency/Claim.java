package dev.rapidcall.gateway.idempotency;

import dev.rapidcall.service.idempotency.KeptAnswer;
import org.jspecify.annotations.Nullable;

/** What is to be done with a request that names a key. */
sealed interface Claim {

  /**
   * Nobody has answered it yet: it is ours to run.
   *
   * @param id of this attempt
   * @param ownerKey the same for every attempt, so that an owner can tell a repetition
   */
  record Run(String id, String ownerKey) implements Claim {}

  /**
   * It was answered.
   *
   * @param bodyHash of the body, where only the body itself can tell that it is the same request
   */
  record Answered(KeptAnswer answer, @Nullable String bodyHash) implements Claim {}

  /** It was answered, and the answer can be read no more. */
  record Unreadable() implements Claim {}

  /** The first one still runs. */
  record Running() implements Claim {}

  /** The key stands for something else. */
  record OtherRequest() implements Claim {}
}
