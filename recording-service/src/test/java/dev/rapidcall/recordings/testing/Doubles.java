package dev.rapidcall.recordings.testing;

import dev.rapidcall.recordings.egress.livekit.LiveKitDouble;
import dev.rapidcall.recordings.objects.s3.S3Double;

/** The providers of this JVM's tests, started at first use. */
public final class Doubles {
  public static final LiveKitDouble LIVEKIT = new LiveKitDouble();
  public static final S3Double S3 = new S3Double();

  private Doubles() {}
}
