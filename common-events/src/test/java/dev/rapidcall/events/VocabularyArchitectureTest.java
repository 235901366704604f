package dev.rapidcall.events;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "dev.rapidcall.events",
    importOptions = ImportOption.DoNotIncludeTests.class)
class VocabularyArchitectureTest {

  @ArchTest
  static final ArchRule knowsNothingButTheJdk =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("dev.rapidcall.events", "java..", "org.jspecify..");
}
