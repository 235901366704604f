package dev.rapidcall.service.web;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Says that the process answers; what it depends on is told by {@code /actuator/health}. */
@RestController
final class HealthController {

  /** Whether the process answers. */
  @GetMapping("/health")
  Ok health() {
    return Ok.DONE;
  }
}
