package dev.rapidcall.gateway.accounts;

import java.time.Instant;

/** A person in a workspace. */
record Member(UserId userId, String name, String email, Role role, Instant joinedAt) {}
