package dev.rapidcall.telephony;

import com.tngtech.archunit.core.domain.JavaClasses;
import dev.rapidcall.testing.HouseRules;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TelephonyArchitectureTest {
  private static final String BASE = "dev.rapidcall.telephony";
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
                Set.of("tenancy"),
                Set.of("numbers"),
                Set.of("provisioning", "inbound", "dialling")))
        .check(CODE);
  }
}
