package dev.rapidcall.service.errors;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where the servlet container turns to with an error that no controller saw. */
@RestController
final class ErrorPage implements ErrorController {

  @RequestMapping("${server.error.path:${error.path:/error}}")
  ResponseEntity<Map<String, Object>> error(HttpServletRequest request) {
    int status =
        request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
            ? code
            : HttpStatus.NOT_FOUND.value();
    return ErrorBody.of(request, status, words(status));
  }

  static String words(int status) {
    HttpStatus known = HttpStatus.resolve(status);
    if (known == null || known.is5xxServerError()) {
      return "Internal server error";
    }
    return known == HttpStatus.NOT_FOUND ? "Not found" : known.getReasonPhrase();
  }
}
