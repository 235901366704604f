package dev.rapidcall.gateway.owners;

/** A service that owns routes. */
public enum Owner {
  CALLS,
  RECORDINGS,
  TELEPHONY,
  BILLING
}
