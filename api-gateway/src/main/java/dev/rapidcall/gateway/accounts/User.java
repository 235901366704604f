package dev.rapidcall.gateway.accounts;

import java.time.Instant;

/** A person who can sign in. */
record User(UserId id, String email, String name, Instant createdAt, Instant updatedAt) {}
