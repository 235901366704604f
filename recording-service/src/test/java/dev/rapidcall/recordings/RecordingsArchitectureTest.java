package dev.rapidcall.recordings;

import com.tngtech.archunit.core.domain.JavaClasses;
import dev.rapidcall.testing.HouseRules;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordingsArchitectureTest {
  private static final String BASE = "dev.rapidcall.recordings";
  private static final JavaClasses CODE = HouseRules.productionCodeOf(BASE);

  @Test
  void keepsTheHouseRules() {
    HouseRules.general().check(CODE);
  }

  @Test
  void featuresStandOnFloors() {
    HouseRules.floors(
            BASE,
            List.of(
                Set.of("objects"),
                Set.of("egress"),
                Set.of("ledger"),
                Set.of("playback", "reconcile", "uploads", "work")))
        .check(CODE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"livekit..", "io.livekit..", "okhttp3..", "retrofit2.."})
  void liveKitStaysBehindItsPort(String sdk) {
    HouseRules.onlyIn(sdk, BASE + ".egress.livekit..").check(CODE);
  }

  @Test
  void amazonStaysBehindItsPort() {
    HouseRules.onlyIn("software.amazon..", BASE + ".objects.s3..").check(CODE);
  }
}
