package dev.rapidcall.local.platform;

import java.util.List;

/** Whom the services talk to, and the variable that says whether he is the real one. */
public enum Provider {
  LIVEKIT("LIVEKIT_URL"),
  S3("EGRESS_S3_BUCKET"),
  OPENAI("OPENAI_API_KEY"),
  ELEVENLABS("ELEVEN_API_KEY", "ELEVENLABS_API_KEY"),
  CARTESIA("CARTESIA_API_KEY"),
  TWILIO("TWILIO_ACCOUNT_SID"),
  STRIPE("STRIPE_SECRET_KEY");

  private final List<String> names;

  Provider(String... names) {
    this.names = List.of(names);
  }

  public String decidedBy() {
    return names.getFirst();
  }

  /** The same variable under every name that is read. */
  List<String> names() {
    return names;
  }
}
