package dev.rapidcall.gateway.accounts;

/** A person who is signed in. */
record Session(SessionToken token, User user) {}
