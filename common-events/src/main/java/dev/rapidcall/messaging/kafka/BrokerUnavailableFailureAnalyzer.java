package dev.rapidcall.messaging.kafka;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one line why the start failed, instead of a stack trace. */
final class BrokerUnavailableFailureAnalyzer
    extends AbstractFailureAnalyzer<BrokerUnavailableException> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, BrokerUnavailableException cause) {
    return new FailureAnalysis(
        cause.getMessage(), "Start Kafka or correct KAFKA_BOOTSTRAP_SERVERS.", cause);
  }
}
