package dev.rapidcall.gateway.apidocs;

import java.time.Duration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The API documents and their page. */
@RestController
class ApiDocsController {
  private static final Duration FRESH = Duration.ofMinutes(5);
  private static final String ONLY_OURS =
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
          + " img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'";

  @GetMapping("/openapi.json")
  ResponseEntity<Resource> openApi() {
    return file("openapi.json", MediaType.APPLICATION_JSON);
  }

  @GetMapping("/docs")
  ResponseEntity<Resource> page() {
    return file("index.html", MediaType.TEXT_HTML);
  }

  @GetMapping("/docs/start.js")
  ResponseEntity<Resource> script() {
    return file("start.js", new MediaType("text", "javascript"));
  }

  private static ResponseEntity<Resource> file(String name, MediaType type) {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.maxAge(FRESH))
        .contentType(type)
        .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
        .header("Content-Security-Policy", ONLY_OURS)
        .body(new ClassPathResource("apidocs/" + name));
  }
}
