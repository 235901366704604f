package dev.rapidcall.telephony.dialling;

import dev.rapidcall.service.errors.ApiException.BadRequest;
import dev.rapidcall.service.errors.ApiException.NotFound;
import dev.rapidcall.service.identity.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Jobs of the caller's workspace: none, for it has no number to call from. */
@RestController
@RequestMapping("/api/outbound/jobs")
class OutboundJobsController {

  record DoNotCall(
      @Size(max = 200, message = "Must have at most 200 characters") @Nullable String reason) {}

  record JobsAnswer(List<String> jobs) {}

  record LogsAnswer(List<String> logs) {}

  /** The workspace's outbound jobs. */
  @GetMapping
  JobsAnswer list(Caller caller) {
    caller.workspace();
    return new JobsAnswer(List.of());
  }

  /** Orders a call to a number. */
  @PostMapping
  void create(Caller caller, @Valid @RequestBody JobRequest job) {
    caller.workspace();
    job.check();
    throw new BadRequest("This workspace has no phone number to call from");
  }

  /** One outbound job. */
  @GetMapping("/{id}")
  void get(Caller caller, @PathVariable String id) {
    throw unknown(caller);
  }

  /** What happened to a job; an unknown one has nothing logged, as clients know it. */
  @GetMapping("/{id}/logs")
  LogsAnswer logs(Caller caller, @PathVariable String id) {
    caller.workspace();
    return new LogsAnswer(List.of());
  }

  /** Cancels an outbound job. */
  @PostMapping("/{id}/cancel")
  void cancel(Caller caller, @PathVariable String id) {
    throw unknown(caller);
  }

  /** Marks the number of a job as not to be called. */
  @PostMapping("/{id}/dnc")
  void doNotCall(Caller caller, @PathVariable String id, @Valid @RequestBody DoNotCall body) {
    throw unknown(caller);
  }

  private static NotFound unknown(Caller caller) {
    caller.workspace();
    return new NotFound("Job not found");
  }
}
