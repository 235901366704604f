package dev.rapidcall.local.sandbox.livekit.egress;

/** How bringing a recording to S3 went. */
sealed interface Upload {

  /**
   * It is there.
   *
   * @param manifestLocation empty: none was wanted
   */
  record Done(long size, String location, String manifestLocation) implements Upload {}

  /** It is not. */
  record Failed(String error) implements Upload {}
}
