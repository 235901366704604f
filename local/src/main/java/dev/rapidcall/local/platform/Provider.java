package dev.rapidcall.local.platform;

/** Whom the services talk to, and the variable that says whether he is the real one. */
public enum Provider {
  LIVEKIT("LIVEKIT_URL"),
  S3("EGRESS_S3_BUCKET"),
  TWILIO("TWILIO_ACCOUNT_SID"),
  STRIPE("STRIPE_SECRET_KEY");

  private final String decidedBy;

  Provider(String decidedBy) {
    this.decidedBy = decidedBy;
  }

  public String decidedBy() {
    return decidedBy;
  }
}
