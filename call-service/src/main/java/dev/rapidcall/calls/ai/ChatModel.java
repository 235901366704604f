package dev.rapidcall.calls.ai;

/**
 * A language model that is talked to. It is asked once; whoever asks decides about trying again.
 */
public interface ChatModel {

  /**
   * What the model says, never blank.
   *
   * @throws ProviderException if it says nothing of use, within the configured time
   */
  String answer(ChatRequest request);
}
