package dev.rapidcall.service.errors;

import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.accept.HeaderContentNegotiationStrategy;
import org.springframework.web.context.request.NativeWebRequest;

/**
 * Who accepts {@code application/problem+json} says how he wants errors; what succeeds is no
 * problem, so it must not be labelled as one.
 */
final class AcceptedForAnswers extends HeaderContentNegotiationStrategy {

  @Override
  public List<MediaType> resolveMediaTypes(NativeWebRequest request)
      throws HttpMediaTypeNotAcceptableException {
    List<MediaType> answers =
        super.resolveMediaTypes(request).stream()
            .filter(type -> !type.equalsTypeAndSubtype(MediaType.APPLICATION_PROBLEM_JSON))
            .toList();
    return answers.isEmpty() ? MEDIA_TYPE_ALL_LIST : answers;
  }
}
