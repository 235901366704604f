package dev.rapidcall.calls.agents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.calls.testing.CallServiceOverHttp;
import dev.rapidcall.events.CallChannel;
import dev.rapidcall.events.CallId;
import dev.rapidcall.events.WorkspaceId;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

@CallServiceOverHttp
class ComposePromptIT {
  private static final WorkspaceId WORKSPACE = new WorkspaceId("composing");
  private static final CallId CALL = new CallId("call_000000000001");
  private static final JsonMapper JSON = JsonMapper.shared();

  @Autowired Agents agents;
  @Autowired Variants variants;
  @Autowired ComposePrompt composePrompt;

  private Agent agent;

  @BeforeEach
  void begin() {
    agent = agents.create(WORKSPACE, JSON.readTree("{\"name\":\"A\"}"));
  }

  @DisplayName("weakness 32: variables and variants hold for phone calls too")
  @ParameterizedTest
  @EnumSource(
      value = CallChannel.class,
      names = {"PHONE_INBOUND", "PHONE_OUTBOUND"})
  void aPhoneCallHasWhatAWebCallHas(CallChannel phone) {
    Agent changed =
        changed(
            """
            {"promptDraft":"Hello {{name}} of {{town}}.","publish":true,
             "defaultDynamicVariables":{"name":"you","town":"Ulm"}}
            """);
    changed = changed("{\"promptDraft\":\"Being written.\"}");
    variants.add(
        WORKSPACE,
        agent.id(),
        Map.of("name", "V", "prompt", "Bye {{name}}.", "trafficPercent", 100));

    ComposedPrompt composed =
        composePrompt.compose(changed, phone, CALL, Map.of("name", "Ada")).orElseThrow();

    assertThat(composed.source()).isEqualTo(PromptSource.PUBLISHED);
    assertThat(composed.version()).isEqualTo(1);
    assertThat(composed.base()).isEqualTo("Hello Ada of Ulm.");
    assertThat(composed.addition()).isEqualTo("Bye Ada.");
    assertThat(composed.text()).startsWith(composed.base()).endsWith("Bye Ada.");
    assertThat(composePrompt.compose(changed, phone, CALL, Map.of("name", "Ada")))
        .contains(composed);
    assertThat(
            composePrompt.compose(changed, CallChannel.WEB, CALL, Map.of()).orElseThrow().version())
        .isEqualTo(2);
  }

  @Test
  void anAgentWithoutAPromptHasNothingToSay() {
    assertThat(composePrompt.compose(agent, CallChannel.PHONE_INBOUND, CALL, Map.of())).isEmpty();
  }

  private Agent changed(String body) {
    return agents.change(WORKSPACE, agent.id(), JSON.readTree(body)).orElseThrow();
  }
}
