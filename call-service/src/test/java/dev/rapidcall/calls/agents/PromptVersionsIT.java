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
    String agent = agent("numbering");
    List<Callable<Integer>> numberings =
        IntStream.range(0, 3 * TEXTS)
            .mapToObj(i -> (Callable<Integer>) () -> versions.numberOf(agent, "text " + i % TEXTS))
            .toList();

    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (Future<Integer> number : threads.invokeAll(numberings)) {
        assertThat(number.get()).isBetween(1, TEXTS);
      }
    }

    assertThat(versions.of(agent, null)).extracting(PromptVersion::version).hasSize(TEXTS);
    assertThat(versions.of(agent, null)).extracting(PromptVersion::prompt).doesNotHaveDuplicates();
    assertThat(versions.of(agent, null).getFirst().version()).isEqualTo(TEXTS);
  }

  @Test
  void theNewestAreShownAndTheOthersAreAskedFor() {
    String agent = agent("many");
    IntStream.rangeClosed(1, 130).forEach(i -> versions.numberOf(agent, "text " + i));

    assertThat(versions.of(agent, null))
        .hasSize(100)
        .extracting(PromptVersion::version)
        .startsWith(130, 129);
    assertThat(versions.of(agent, 31)).hasSize(30);
  }

  @Test
  void veryLongOnesAreShownAsFarAsTheyFit() {
    String agent = agent("long");
    IntStream.rangeClosed(1, 30).forEach(i -> versions.numberOf(agent, i + "x".repeat(199_990)));

    assertThat(versions.of(agent, null)).hasSize(20);
    assertThat(versions.of(agent, 11)).hasSize(10);
  }

  @Test
  void anAgentThatIsGoneHasNoNumbers() {
    assertThatExceptionOfType(NotFound.class)
        .isThrownBy(() -> versions.numberOf("nobody0000", "text"));
  }

  private String agent(String workspace) {
    return agents
        .create(new WorkspaceId(workspace), JsonMapper.shared().readTree("{\"name\":\"A\"}"))
        .id();
  }
}
