package dev.rapidcall.service.errors;

import dev.rapidcall.service.errors.ApiException.Invalid;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;

/** What the frameworks say about bad input, told per top-level field as the API does. */
final class ValidationProblems {

  private ValidationProblems() {}

  static Invalid of(BindingResult result) {
    Map<String, List<String>> fields =
        result.getFieldErrors().stream()
            .collect(
                Collectors.groupingBy(
                    error -> topLevel(error.getField()),
                    LinkedHashMap::new,
                    Collectors.mapping(ValidationProblems::message, Collectors.toList())));
    List<String> whole =
        result.getAllErrors().stream()
            .filter(error -> !(error instanceof FieldError))
            .map(ValidationProblems::message)
            .toList();
    return new Invalid(fields, whole);
  }

  static Invalid of(HandlerMethodValidationException problem) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    problem
        .getParameterValidationResults()
        .forEach(
            result ->
                fields.put(
                    Optional.ofNullable(result.getMethodParameter().getParameterName()).orElse("?"),
                    result.getResolvableErrors().stream()
                        .map(MessageSourceResolvable::getDefaultMessage)
                        .map(String::valueOf)
                        .toList()));
    return new Invalid(fields, List.of());
  }

  /** Empty when the text is no JSON at all. */
  static Optional<Invalid> of(HttpMessageNotReadableException problem) {
    Throwable cause = problem.getCause();
    if (cause == null) {
      return Optional.of(missingBody());
    }
    if (cause instanceof StreamReadException || !(cause instanceof DatabindException mismatch)) {
      return Optional.empty();
    }
    if (mismatch.getPath().isEmpty()) {
      return Optional.of(missingBody());
    }
    String field = mismatch.getPath().getFirst().getPropertyName();
    return Optional.of(
        field == null ? missingBody() : Invalid.field(field, "Invalid type or value"));
  }

  static Invalid missingBody() {
    return new Invalid(Map.of(), List.of("A JSON object is required"));
  }

  private static String topLevel(String path) {
    int end = 0;
    while (end < path.length() && path.charAt(end) != '.' && path.charAt(end) != '[') {
      end++;
    }
    return path.substring(0, end);
  }

  private static String message(ObjectError error) {
    return String.valueOf(error.getDefaultMessage());
  }
}
