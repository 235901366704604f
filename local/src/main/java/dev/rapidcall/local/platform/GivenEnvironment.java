package dev.rapidcall.local.platform;

import java.util.Map;
import java.util.Optional;

/** The variables that the platform was started with; a blank one counts as unset. */
record GivenEnvironment(Map<String, String> variables) {

  Optional<String> find(String name) {
    return Optional.ofNullable(variables.get(name)).map(String::strip).filter(v -> !v.isEmpty());
  }

  String get(String name, String otherwise) {
    return find(name).orElse(otherwise);
  }

  /** The live value of a list whose later entries are only still accepted. */
  String first(String name, String otherwise) {
    return get(name, otherwise).split(",", 2)[0].strip();
  }

  @Override
  public String toString() {
    return "GivenEnvironment" + variables.keySet();
  }
}
