package dev.rapidcall.messaging;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.rapidcall.messaging.kafka.BrokerSender;
import org.springframework.kafka.core.KafkaTemplate;

@AnalyzeClasses(
    packages = "dev.rapidcall.messaging",
    importOptions = ImportOption.DoNotIncludeTests.class)
class MessagingArchitectureTest {

  @ArchTest
  static final ArchRule partsDoNotRunInCircles =
      slices().matching("dev.rapidcall.messaging.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule thePortsKnowNoPartBehindThem =
      noClasses()
          .that()
          .resideInAPackage("dev.rapidcall.messaging")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.rapidcall.messaging.(*)..", "org.apache.kafka..");

  @ArchTest
  static final ArchRule messagingStandsOnTheVocabularyAlone =
      noClasses().should().dependOnClassesThat().resideInAPackage("dev.rapidcall.service..");

  @ArchTest
  static final ArchRule everythingIsSentInOnePlace =
      noClasses()
          .that()
          .areNotAssignableTo(BrokerSender.class)
          .should()
          .dependOnClassesThat()
          .areAssignableTo(KafkaTemplate.class);

  @ArchTest
  static final ArchRule configurationsSayWhoTheyAre =
      classes()
          .that()
          .haveSimpleNameEndingWith("Configuration")
          .should()
          .resideOutsideOfPackage("dev.rapidcall.messaging");
}
