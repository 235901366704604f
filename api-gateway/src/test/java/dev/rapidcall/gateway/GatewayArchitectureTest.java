package dev.rapidcall.gateway;

import com.tngtech.archunit.core.domain.JavaClasses;
import dev.rapidcall.testing.HouseRules;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GatewayArchitectureTest {
  private static final String BASE = "dev.rapidcall.gateway";
  private final JavaClasses production = HouseRules.productionCodeOf(BASE);

  @Test
  void followsTheHouseRules() {
    HouseRules.general().check(production);
  }

  @Test
  void itsFeaturesStandOnFloors() {
    HouseRules.floors(
            BASE,
            List.of(
                Set.of("accounts", "publish", "owners", "requests"),
                Set.of(
                    "apidocs", "edge", "idempotency", "ops", "routing", "webhooks", "voiceagent")))
        .check(production);
    HouseRules.noCyclesBetweenFeatures(BASE).check(production);
  }

  @Test
  void sdksStayInTheirAdapters() {
    HouseRules.onlyIn("livekit..", BASE + ".webhooks.livekit..").check(production);
    HouseRules.onlyIn("com.google.protobuf..", BASE + ".webhooks.livekit..").check(production);
    HouseRules.onlyIn("org.springframework.cloud.gateway..", BASE + ".routing..").check(production);
    HouseRules.onlyIn("io.github.bucket4j..", BASE + ".edge.limits..").check(production);
    HouseRules.onlyIn("org.apache.kafka..", "nowhere").check(production);
  }
}
