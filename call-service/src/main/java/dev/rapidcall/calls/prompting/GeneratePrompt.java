package dev.rapidcall.calls.prompting;

import dev.rapidcall.calls.ai.AiSettings;
import dev.rapidcall.calls.ai.ChatModel;
import dev.rapidcall.calls.ai.ChatRequest;
import dev.rapidcall.calls.ai.ProviderException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Has a model write the prompt of a voice agent. */
@Component
class GeneratePrompt {
  private static final Logger log = LoggerFactory.getLogger(GeneratePrompt.class);
  private static final double RATHER_FREE = 0.4;
  private static final String INSTRUCTIONS =
      """
      You write system prompts for voice agents that talk to callers on the phone.
      From the brief you are given, write one prompt that the agent can be run with as it stands.

      It has these parts, each under a heading: who the agent is and for whom it speaks; what the call
      is for; how it greets and how it talks (one short question at a time, no lists, no markup, numbers
      and links said so that they can be understood by ear); what it must find out; what it knows; what
      it must never do; when and how it hands over to a person; how it ends the call.

      Use only what the brief says. Where something important is missing, have the agent ask the caller
      or offer a call back instead of making it up. Answer with the prompt alone, in plain text.
      """;

  private final ChatModel model;
  private final AiSettings settings;

  GeneratePrompt(ChatModel model, AiSettings settings) {
    this.model = model;
    this.settings = settings;
  }

  String generate(Brief brief) {
    try {
      return model.answer(
          new ChatRequest(
              settings.generateModel(),
              RATHER_FREE,
              false,
              INSTRUCTIONS,
              "The brief:\n" + brief.text()));
    } catch (ProviderException e) {
      log.warn("[agents.generate-prompt] {}: {}", e.kind(), e.getMessage());
      throw e.toApi("The prompt could not be generated");
    }
  }
}
