package dev.rapidcall.recordings;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Features stand on floors: each uses those below it, never its neighbours and never up. */
class FloorsTest {
  private static final String BASE = "dev.rapidcall.recordings.";
  private static final List<List<String>> FLOORS =
      List.of(
          List.of("objects"),
          List.of("egress"),
          List.of("ledger"),
          List.of("playback", "reconcile", "uploads", "work"));
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.rapidcall.recordings");

  record Room(String feature, List<String> notBelow) {
    @Override
    public String toString() {
      return feature;
    }
  }

  static Stream<Room> rooms() {
    return Stream.iterate(0, floor -> floor < FLOORS.size(), floor -> floor + 1)
        .flatMap(floor -> FLOORS.get(floor).stream().map(name -> room(floor, name)));
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void usesOnlyWhatIsBelowIt(Room room) {
    noClasses()
        .that()
        .resideInAPackage(BASE + room.feature() + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(room.notBelow().toArray(String[]::new))
        .check(CLASSES);
  }

  @Test
  void providersStayBehindTheirPorts() {
    noClasses()
        .that()
        .resideOutsideOfPackages(BASE + "egress.livekit..", BASE + "objects.s3..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "livekit..", "io.livekit..", "okhttp3..", "retrofit2..", "software.amazon..")
        .check(CLASSES);
  }

  private static Room room(int floor, String feature) {
    return new Room(
        feature,
        FLOORS.subList(floor, FLOORS.size()).stream()
            .flatMap(List::stream)
            .filter(other -> !other.equals(feature))
            .map(other -> BASE + other + "..")
            .toList());
  }
}
