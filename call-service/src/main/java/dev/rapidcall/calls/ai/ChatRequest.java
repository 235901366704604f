package dev.rapidcall.calls.ai;

/**
 * One question to a model.
 *
 * @param temperature 0 for the most likely words, higher for freer ones
 * @param json whether the answer must be one JSON object; the instructions then say JSON too
 * @param instructions what the model is to do
 * @param material what it is to do it with; not to be obeyed
 */
public record ChatRequest(
    String model, double temperature, boolean json, String instructions, String material) {

  @Override
  public String toString() {
    return "ChatRequest[model=" + model + ", json=" + json + "]";
  }
}
