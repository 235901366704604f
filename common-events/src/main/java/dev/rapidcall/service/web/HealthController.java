package dev.rapidcall.service.web;

import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Says that the process answers; what it depends on is told by {@code /actuator/health}. */
@RestController
final class HealthController {

  @GetMapping("/health")
  Map<String, Boolean> health() {
    return Map.of("ok", true);
  }
}
