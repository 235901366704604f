package dev.rapidcall.billing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Features stand on floors: each uses those below it, never its neighbours and never up. */
class FloorsTest {
  private static final List<List<String>> FLOORS =
      List.of(
          List.of("money"),
          List.of("rates"),
          List.of("usage", "ledger"),
          List.of("credit"),
          List.of("rating"),
          List.of("proof", "summary", "invoices", "stripe"));
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.rapidcall.billing");

  @ParameterizedTest
  @MethodSource("features")
  void usesOnlyWhatIsBelowIt(int floor, String feature) {
    String[] notBelow =
        FLOORS.subList(floor, FLOORS.size()).stream()
            .flatMap(List::stream)
            .filter(other -> !other.equals(feature))
            .map(FloorsTest::packageOf)
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage(packageOf(feature))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(notBelow)
        .allowEmptyShould(false)
        .check(CLASSES);
  }

  static Stream<Object[]> features() {
    return Stream.iterate(0, floor -> floor < FLOORS.size(), floor -> floor + 1)
        .flatMap(floor -> FLOORS.get(floor).stream().map(name -> new Object[] {floor, name}));
  }

  private static String packageOf(String feature) {
    return "dev.rapidcall.billing." + feature + "..";
  }
}
