package dev.rapidcall.calls.agents;

import dev.rapidcall.events.CallId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which variant a call tries. Each gets its percent of the calls and the rest is the control group;
 * where the percents come to more than a hundred, each gets its part of their sum. The call's id
 * decides, so that whoever asks again hears the same.
 */
final class VariantChoice {
  private static final int EVERYBODY = 100;

  /** 2^-53: makes the upper bits of a long a fraction from 0 to below 1. */
  private static final double FRACTION = 0x1.0p-53;

  private VariantChoice() {}

  /** Empty for the control group. */
  static Optional<Variant> choose(CallId call, List<Variant> variants) {
    List<Variant> tried =
        variants.stream()
            .filter(Variant::enabled)
            .sorted(Comparator.comparingLong(Variant::createdAt).thenComparing(Variant::id))
            .toList();
    int sum = tried.stream().mapToInt(Variant::trafficPercent).sum();
    double point = fraction(call) * Math.max(sum, EVERYBODY);
    int upTo = 0;
    for (Variant variant : tried) {
      upTo += variant.trafficPercent();
      if (point < upTo) {
        return Optional.of(variant);
      }
    }
    return Optional.empty();
  }

  private static double fraction(CallId call) {
    byte[] digest = Sha256.of(("variant of " + call).getBytes(StandardCharsets.UTF_8));
    return (ByteBuffer.wrap(digest).getLong() >>> 11) * FRACTION;
  }
}
