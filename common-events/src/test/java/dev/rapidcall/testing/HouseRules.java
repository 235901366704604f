package dev.rapidcall.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;

/** What holds in the production code of every service. */
public final class HouseRules {

  private HouseRules() {}

  /** The production classes below a base package. */
  public static JavaClasses productionCodeOf(String basePackage) {
    return new ClassFileImporter()
        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
        .withImportOption(location -> !location.contains("test-classes"))
        .withImportOption(location -> !location.contains("-tests.jar"))
        .importPackages(basePackage);
  }

  /** Injected clocks, constructor injection, logs instead of streams, settings as records. */
  public static ArchRule general() {
    return CompositeArchRule.of(NO_CLASSES_SHOULD_USE_FIELD_INJECTION)
        .and(NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS)
        .and(NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING)
        .and(noClasses().should().callMethod(Instant.class, "now").as("ask the injected Clock"))
        .and(
            noClasses()
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .as("ask the injected Clock"))
        .and(
            noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching(
                    "java\\.util\\.(Date|Calendar|GregorianCalendar)|java\\.time\\.LocalDateTime")
                .as("times are Instants"))
        .and(noClasses().should().dependOnClassesThat().areAssignableTo(Value.class))
        .and(noClasses().should().callMethod(System.class, "getenv", String.class))
        .and(
            noClasses()
                .should()
                .haveNameMatching(".*\\.\\w+(Manager|Helper|Utils?|Impl)")
                .as("a class is named for what it does"));
  }

  /** The direct sub-packages of a base package do not know each other in a circle. */
  public static ArchRule noCyclesBetweenFeatures(String basePackage) {
    return slices().matching(basePackage + ".(*)..").should().beFreeOfCycles();
  }

  /**
   * A feature imports only those on floors below its own, neither up nor beside.
   *
   * @param floors the features of each floor, the ground floor first
   */
  public static ArchRule floors(String basePackage, List<Set<String>> floors) {
    List<ArchRule> rules = new ArrayList<>();
    for (int floor = 0; floor < floors.size(); floor++) {
      List<String> notBelow =
          floors.subList(floor, floors.size()).stream().flatMap(Set::stream).toList();
      for (String feature : floors.get(floor)) {
        rules.add(
            noClasses()
                .that()
                .resideInAPackage(basePackage + "." + feature + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                    notBelow.stream()
                        .filter(other -> !other.equals(feature))
                        .map(other -> basePackage + "." + other + "..")
                        .toArray(String[]::new))
                .allowEmptyShould(true));
      }
    }
    return CompositeArchRule.of(rules);
  }

  /** The types of an SDK never leave the packages of its adapters. */
  public static ArchRule onlyIn(String sdkPackages, String... adapters) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(adapters)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(sdkPackages)
        .as(sdkPackages + " only in " + String.join(", ", Stream.of(adapters).toList()));
  }
}
