package dev.rapidcall.local.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class StopSequenceTest {

  private final List<String> stopped = Collections.synchronizedList(new ArrayList<>());
  private final StopSequence sequence = new StopSequence();

  @Test
  void stopsWhatStandsOnOthersFirst() {
    sequence.add(Layer.KAFKA, () -> stopped.add("kafka"));
    sequence.add(Layer.POSTGRES, () -> stopped.add("postgres"));
    sequence.add(Layer.GATEWAY, () -> stopped.add("gateway"));
    sequence.add(Layer.SERVICES, () -> stopped.add("calls"));
    sequence.add(Layer.SANDBOX, () -> stopped.add("sandbox"));

    sequence.close();

    assertThat(stopped).containsExactly("gateway", "calls", "sandbox", "kafka", "postgres");
  }

  @Test
  void stopsTheRestWhenOneFails() {
    sequence.add(Layer.POSTGRES, () -> stopped.add("postgres"));
    sequence.add(
        Layer.KAFKA,
        () -> {
          throw new IllegalStateException("broken on purpose");
        });

    sequence.close();

    assertThat(stopped).containsExactly("postgres");
  }

  @Test
  void stopsAtOnceWhatStartsTooLate() {
    sequence.close();

    assertThatExceptionOfType(PlatformException.class)
        .isThrownBy(() -> sequence.add(Layer.KAFKA, () -> stopped.add("kafka")));
    assertThat(stopped).containsExactly("kafka");
  }

  @Test
  void stopsNothingTwice() {
    sequence.add(Layer.KAFKA, () -> stopped.add("kafka"));

    sequence.close();
    sequence.close();

    assertThat(stopped).containsExactly("kafka");
  }
}
