package dev.rapidcall.local.sandbox.livekit.wire;

import java.security.SecureRandom;
import java.util.random.RandomGenerator;

/** The identifiers LiveKit gives out, told apart by their prefix. */
public enum IdKind {
  ROOM("RM_"),
  PARTICIPANT("PA_"),
  TRACK("TR_AM"),
  EGRESS("EG_"),
  EVENT("EV_"),
  DISPATCH("AD_"),
  JOB("AJ_"),
  SIP_CALL("SCL_");

  private static final String ALPHABET =
      "23456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
  private static final int LENGTH = 12;
  private static final RandomGenerator RANDOM = new SecureRandom();

  private final String prefix;

  IdKind(String prefix) {
    this.prefix = prefix;
  }

  /** A new identifier of this kind. */
  public String next() {
    return prefix + random(LENGTH);
  }

  /** Random characters of the alphabet the identifiers are made of. */
  public static String random(int length) {
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    return text.toString();
  }
}
