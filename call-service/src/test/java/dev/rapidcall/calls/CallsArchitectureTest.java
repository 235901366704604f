package dev.rapidcall.calls;

import com.tngtech.archunit.core.domain.JavaClasses;
import dev.rapidcall.testing.HouseRules;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallsArchitectureTest {
  private static final String BASE = "dev.rapidcall.calls";
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
                Set.of("ai", "input", "naming", "rooms", "timeline", "work"),
                Set.of(
                    "agents",
                    "archive",
                    "knowledge",
                    "metrics",
                    "prompting",
                    "recordings",
                    "transcripts",
                    "voices"),
                Set.of("lifecycle"),
                Set.of("analysis", "contacts", "evaluations", "transfer"),
                Set.of("history"),
                Set.of("analytics", "importing", "webhooks"),
                Set.of("intake")))
        .check(CODE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"livekit..", "io.livekit..", "retrofit2.."})
  void liveKitStaysBehindItsPort(String sdk) {
    HouseRules.onlyIn(sdk, BASE + ".rooms.livekit..").check(CODE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"okhttp3..", "okio.."})
  void onlyTwoAdaptersKnowTheHttpClient(String sdk) {
    HouseRules.onlyIn(sdk, BASE + ".rooms.livekit..", BASE + ".webhooks.delivery.http..")
        .check(CODE);
  }

  @Test
  void pdfBoxStaysBehindItsPort() {
    HouseRules.onlyIn("org.apache.pdfbox..", BASE + ".knowledge.pdf..").check(CODE);
  }
}
