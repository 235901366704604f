package dev.rapidcall.calls.prompting;

import dev.rapidcall.calls.input.ReadBy;
import dev.rapidcall.service.identity.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
class GeneratePromptController {
  private final GeneratePrompt generatePrompt;

  GeneratePromptController(GeneratePrompt generatePrompt) {
    this.generatePrompt = generatePrompt;
  }

  record PromptDraftAnswer(String promptDraft) {}

  /** Has the language model write a first prompt. */
  @PostMapping("/api/agents/generate-prompt")
  PromptDraftAnswer generate(
      Caller caller,
      @ReadBy(Brief.Rules.class) @RequestBody(required = false) @Nullable JsonNode body) {
    caller.workspace(); // only for people of a workspace
    return new PromptDraftAnswer(generatePrompt.generate(Brief.read(body)));
  }
}
