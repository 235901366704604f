package dev.rapidcall.local.sandbox;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;

@AnalyzeClasses(packages = "dev.rapidcall.local.sandbox", importOptions = DoNotIncludeTests.class)
class SandboxArchitectureTest {

  @ArchTest
  static final ArchRule PARTS_HAVE_NO_CYCLES =
      slices().matching("dev.rapidcall.local.sandbox.livekit.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule NOTHING_OF_OURS_IS_IMPORTED =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.rapidcall.events..",
              "dev.rapidcall.messaging..",
              "dev.rapidcall.service..",
              "dev.rapidcall.gateway..",
              "dev.rapidcall.calls..",
              "dev.rapidcall.recordings..",
              "dev.rapidcall.telephony..",
              "dev.rapidcall.billing..");

  @ArchTest
  static final ArchRule S3_IS_KNOWN_TO_EGRESS_ONLY =
      noClasses()
          .that()
          .resideOutsideOfPackage("..livekit.egress..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("software.amazon..");

  @ArchTest
  static final ArchRule THE_CLIENT_UNDER_TEST_IS_NOT_USED_TO_ANSWER_IT =
      noClasses().should().dependOnClassesThat().resideInAPackage("io.livekit.server..");

  @ArchTest
  static final ArchRule TIME_COMES_FROM_THE_CLOCK =
      noClasses().should().callMethod(Instant.class, "now");
}
