package dev.rapidcall.calls.agents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rapidcall.calls.testing.CallServiceOverHttp;
import dev.rapidcall.events.WorkspaceId;
import dev.rapidcall.service.errors.ApiException.NotFound;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

@CallServiceOverHttp
class PromptVersionsIT {
  private static final int TEXTS = 24;

  @Autowired Agents agents;
  @Autowired PromptVersions versions;

  @Test
  void newTextsAtOnceAreNumberedWithoutGapOrDouble() throws Exception {
    String agent =
        agents
            .create(new WorkspaceId("numbering"), JsonMapper.shared().readTree("{\"name\":\"A\"}"))
            .id();
    List<Callable<Integer>> numberings =
        IntStream.range(0, 3 * TEXTS)
            .mapToObj(i -> (Callable<Integer>) () -> versions.numberOf(agent, "text " + i % TEXTS))
            .toList();

    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (Future<Integer> number : threads.invokeAll(numberings)) {
        assertThat(number.get()).isBetween(1, TEXTS);
      }
    }

    assertThat(versions.of(agent)).extracting(PromptVersion::version).hasSize(TEXTS);
    assertThat(versions.of(agent)).extracting(PromptVersion::prompt).doesNotHaveDuplicates();
    assertThat(versions.of(agent).getFirst().version()).isEqualTo(TEXTS);
  }

  @Test
  void anAgentThatIsGoneHasNoNumbers() {
    assertThatExceptionOfType(NotFound.class)
        .isThrownBy(() -> versions.numberOf("nobody0000", "text"));
  }
}
