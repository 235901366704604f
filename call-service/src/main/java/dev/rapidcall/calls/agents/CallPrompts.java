package dev.rapidcall.calls.agents;

import dev.rapidcall.events.CallId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which prompt each call was given. */
@Repository
public class CallPrompts {
  private final JdbcClient jdbc;

  CallPrompts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What the call's agent was told, empty for a call that ran without a prompt of ours. */
  public Optional<String> textOf(CallId call) {
    return jdbc.sql("select text from call_prompts where call_id = :call")
        .param("call", call.value())
        .query(String.class)
        .optional();
  }

  /** Keeps the prompt of a call that has its row already; the first one stays. */
  public void keep(CallId call, ComposedPrompt prompt) {
    @Nullable Variant variant = prompt.variant();
    jdbc.sql(
            """
            insert into call_prompts (call_id, source, version, variant_id, variant_name, text)
            values (:call, :source, :version, :variantId, :variantName, :text)
            on conflict do nothing
            """)
        .param("call", call.value())
        .param("source", prompt.source().word())
        .param("version", prompt.version())
        .param("variantId", variant == null ? null : variant.id())
        .param("variantName", variant == null ? null : variant.name())
        .param("text", prompt.text())
        .update();
  }

  /** What the call's agent was told; empty for a call without an agent. */
  public Optional<String> text(CallId call) {
    return jdbc.sql("select text from call_prompts where call_id = :call")
        .param("call", call.value())
        .query(String.class)
        .optional();
  }
}
