package dev.rapidcall.gateway.owners;

/** A service that owns routes. */
public enum Owner {
  CALLS("call-service"),
  RECORDINGS("recording-service"),
  TELEPHONY("telephony-service"),
  BILLING("billing-service");

  private final String service;

  Owner(String service) {
    this.service = service;
  }

  /** Its name, for which tokens are meant. */
  public String service() {
    return service;
  }
}
