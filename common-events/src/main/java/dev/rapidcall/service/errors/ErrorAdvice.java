package dev.rapidcall.service.errors;

import dev.rapidcall.service.errors.ApiException.BadRequest;
import dev.rapidcall.service.errors.ApiException.Invalid;
import dev.rapidcall.service.errors.ApiException.NotFound;
import dev.rapidcall.service.errors.ApiException.TooLarge;
import dev.rapidcall.service.errors.ApiException.Unavailable;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.apache.coyote.BadRequestException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Every exception that leaves a controller becomes the one error shape here. */
@RestControllerAdvice
final class ErrorAdvice {
  private static final Logger log = LoggerFactory.getLogger(ErrorAdvice.class);
  private static final int RETRY_SOON = 2;

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> api(ApiException problem, HttpServletRequest request) {
    return ErrorBody.of(request, problem);
  }

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> rules(
      MethodArgumentNotValidException problem, HttpServletRequest request) {
    return ErrorBody.of(request, ValidationProblems.of(problem.getBindingResult()));
  }

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> parameters(
      HandlerMethodValidationException problem, HttpServletRequest request) {
    return ErrorBody.of(request, ValidationProblems.of(problem));
  }

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> unreadable(
      HttpMessageNotReadableException problem, HttpServletRequest request) {
    if (NestedExceptionUtils.getRootCause(problem) instanceof ApiException cause) {
      return ErrorBody.of(request, cause);
    }
    return ValidationProblems.of(problem)
        .map(invalid -> ErrorBody.of(request, invalid))
        .orElseGet(() -> ErrorBody.of(request, 400, "Malformed JSON"));
  }

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> noJson(
      HttpMediaTypeNotSupportedException problem, HttpServletRequest request) {
    return ErrorBody.of(request, ValidationProblems.missingBody());
  }

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> missing(
      MissingServletRequestParameterException problem, HttpServletRequest request) {
    return ErrorBody.of(request, Invalid.field(problem.getParameterName(), "Required"));
  }

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> mistyped(
      MethodArgumentTypeMismatchException problem, HttpServletRequest request) {
    return ErrorBody.of(
        request, new Invalid(Map.of(problem.getName(), List.of("Invalid value")), List.of()));
  }

  /** Parameters are read only when somebody asks for the first, so it is told here. */
  @ExceptionHandler({InvalidParameterException.class, RequestRejectedException.class})
  ResponseEntity<Map<String, Object>> malformedParameters(
      RuntimeException problem, HttpServletRequest request) {
    log.debug("malformed parameters: {}", problem.toString());
    return ErrorBody.of(request, new BadRequest("Malformed parameters"));
  }

  @ExceptionHandler({NoHandlerFoundException.class, NoResourceFoundException.class})
  ResponseEntity<Map<String, Object>> unknownRoute(HttpServletRequest request) {
    return ErrorBody.of(request, new NotFound("Not found"));
  }

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> tooLarge(
      MaxUploadSizeExceededException problem, HttpServletRequest request) {
    return ErrorBody.of(request, new TooLarge("Upload too large"));
  }

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> malformedUpload(
      MultipartException problem, HttpServletRequest request) {
    return ErrorBody.of(request, new BadRequest("Malformed upload"));
  }

  /** The reader of our answer went away: there is nobody to tell. */
  @ExceptionHandler
  void goneAway(AsyncRequestNotUsableException problem) {
    log.debug("client went away: {}", problem.toString());
  }

  @ExceptionHandler
  @Nullable ResponseEntity<Map<String, Object>> any(
      Exception problem, HttpServletRequest request, HttpServletResponse response)
      throws Exception {
    boolean isOfSecurity =
        problem instanceof AccessDeniedException || problem instanceof AuthenticationException;
    if (isOfSecurity || response.isCommitted()) {
      throw problem;
    }
    if (problem instanceof BadRequestException) {
      log.debug("a request broke off: {}", problem.toString());
      return ErrorBody.of(request, new BadRequest("Request body broke off"));
    }
    if (problem instanceof ErrorResponse answer && answer.getStatusCode().is4xxClientError()) {
      int status = answer.getStatusCode().value();
      return ErrorBody.of(request, status, ErrorPage.words(status), answer.getHeaders());
    }
    if (DatabaseAway.isBehind(problem)) {
      log.warn("database not available: {}", problem.toString());
      return ErrorBody.of(request, new Unavailable("Temporarily unavailable", RETRY_SOON));
    }
    log.error("unexpected failure", problem);
    return ErrorBody.of(request, 500, "Internal server error");
  }
}
