package dev.rapidcall;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import dev.rapidcall.testing.HouseRules;
import org.junit.jupiter.api.Test;

class CommonArchitectureTest {
  private final JavaClasses production = HouseRules.productionCodeOf("dev.rapidcall");

  @Test
  void followsTheHouseRules() {
    HouseRules.general().check(production);
  }

  @Test
  void theServiceFeaturesDoNotGoInCircles() {
    HouseRules.noCyclesBetweenFeatures("dev.rapidcall.service").check(production);
  }

  @Test
  void theServiceGroundDoesNotKnowMessaging() {
    noClasses()
        .that()
        .resideInAPackage("dev.rapidcall.service..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.rapidcall.messaging..")
        .check(production);
  }
}
