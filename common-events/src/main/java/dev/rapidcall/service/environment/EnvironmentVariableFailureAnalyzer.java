package dev.rapidcall.service.environment;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Lets the start stop with the one line and without a stack trace. */
final class EnvironmentVariableFailureAnalyzer
    extends AbstractFailureAnalyzer<EnvironmentVariableException> {

  @Override
  protected FailureAnalysis analyze(Throwable root, EnvironmentVariableException cause) {
    return new FailureAnalysis(cause.getMessage(), null, cause);
  }
}
