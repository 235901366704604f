package dev.rapidcall.calls.evaluations;

import dev.rapidcall.calls.input.BodyRules;
import dev.rapidcall.calls.input.InputObject;
import dev.rapidcall.calls.input.ReadBy;
import dev.rapidcall.calls.lifecycle.KnownCalls;
import dev.rapidcall.events.WorkspaceId;
import dev.rapidcall.service.errors.ApiException.Invalid;
import dev.rapidcall.service.idempotency.OncePerKey;
import dev.rapidcall.service.identity.Caller;
import dev.rapidcall.service.web.Ok;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The labels on a call over HTTP. */
@RestController
@RequestMapping("/api/calls/{callId}/labels")
class LabelsController {
  private static final int LENGTH = 80;

  private final KnownCalls calls;
  private final Labels labels;

  LabelsController(KnownCalls calls, Labels labels) {
    this.calls = calls;
    this.labels = labels;
  }

  record LabelAnswer(Label label) {}

  record LabelsAnswer(List<Label> labels) {}

  /** The label that is meant. */
  static final class OneLabel implements BodyRules {
    @Override
    public void accept(InputObject fields) {
      fields.require("label").text("label", 1, LENGTH);
    }
  }

  /** The labels on a call. */
  @GetMapping
  LabelsAnswer list(Caller caller, @PathVariable String callId) {
    return new LabelsAnswer(labels.of(calls.visible(caller.workspace(), callId)));
  }

  /** Puts a label on a call; the same one twice is one. */
  @OncePerKey
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  LabelAnswer add(
      Caller caller,
      @PathVariable String callId,
      @ReadBy(LabelsController.OneLabel.class) @RequestBody(required = false)
          @Nullable JsonNode body) {
    WorkspaceId workspace = caller.workspace();
    String text = label(body).strip();
    if (text.isEmpty()) {
      throw Invalid.field("label", "must not be blank");
    }
    return new LabelAnswer(labels.add(workspace, calls.visible(workspace, callId), text));
  }

  /** Takes a label off a call; the body names it exactly as it is there. */
  @DeleteMapping
  Ok remove(
      Caller caller,
      @PathVariable String callId,
      @ReadBy(LabelsController.OneLabel.class) @RequestBody(required = false)
          @Nullable JsonNode body) {
    WorkspaceId workspace = caller.workspace();
    String text = label(body);
    labels.remove(calls.visible(workspace, callId), text);
    return Ok.DONE;
  }

  private static String label(@Nullable JsonNode body) {
    Map<String, @Nullable Object> input = InputObject.read(body, Map.of(), new OneLabel());
    return String.valueOf(input.get("label"));
  }
}
