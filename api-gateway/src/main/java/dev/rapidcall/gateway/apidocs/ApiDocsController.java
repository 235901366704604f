package dev.rapidcall.gateway.apidocs;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RestController;

/** The API documents and their page. */
@RestController
class ApiDocsController {
  private static final Duration FRESH = Duration.ofMinutes(5);
  private static final MediaType SCRIPT = new MediaType("text", "javascript");
  private static final String ONLY_OURS =
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
          + " img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'";

  /** Any page may read these. Our own ones are named already, and no browser takes two names. */
  @ModelAttribute
  void everybodyMayRead(HttpServletResponse response) {
    if (response.getHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN) == null) {
      response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
    }
  }

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
    return file("start.js", SCRIPT);
  }

  @GetMapping("/docs/swagger-ui-bundle.js")
  ResponseEntity<Resource> viewer() throws IOException {
    return answer(ofTheViewer("swagger-ui-bundle.js"), SCRIPT);
  }

  @GetMapping("/docs/swagger-ui.css")
  ResponseEntity<Resource> style() throws IOException {
    return answer(ofTheViewer("swagger-ui.css"), new MediaType("text", "css"));
  }

  /** The library's folder is named for its version. */
  private static Resource ofTheViewer(String file) throws IOException {
    return new PathMatchingResourcePatternResolver()
        .getResources("classpath*:META-INF/resources/webjars/swagger-ui/*/" + file)[0];
  }

  private static ResponseEntity<Resource> file(String name, MediaType type) {
    return answer(new ClassPathResource("apidocs/" + name), type);
  }

  private static ResponseEntity<Resource> answer(Resource file, MediaType type) {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.maxAge(FRESH))
        .contentType(type)
        .header("Content-Security-Policy", ONLY_OURS)
        .body(file);
  }
}
