package dev.rapidcall.gateway.accounts;

import java.time.Instant;

/** A person as the API shows him. */
record UserView(String id, String email, String name, Instant createdAt, Instant updatedAt) {

  static UserView of(User user) {
    return new UserView(
        user.id().value(), user.email(), user.name(), user.createdAt(), user.updatedAt());
  }
}
