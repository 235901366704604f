package dev.rapidcall.local.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaIT {

  @TempDir private Path data;

  @Test
  void keepsItsRecordsOverARestartOnAnotherPort() throws Exception {
    int port = FreePorts.any();
    try (EmbeddedKafka kafka = EmbeddedKafka.start(data, port, FreePorts.any())) {
      KafkaWords.createTopic(port);
      KafkaWords.send(port, "kept");
    }
    int another = FreePorts.any();
    try (EmbeddedKafka kafka = EmbeddedKafka.start(data, another, FreePorts.any())) {
      assertThat(KafkaWords.readOne(another)).isEqualTo("kept");
    }
  }

  @Test
  void makesNoTopicThatNobodyCreated() throws Exception {
    int port = FreePorts.any();
    try (EmbeddedKafka kafka = EmbeddedKafka.start(data, port, FreePorts.any())) {
      assertThatThrownBy(() -> KafkaWords.send(port, "lost"))
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(TimeoutException.class);
    }
  }
}
