package dev.rapidcall.messaging.consuming;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.kafka.listener.ListenerExecutionFailedException;

/** What really went wrong, without the wrapping of the container. */
final class Causes {

  private Causes() {}

  /** The exception that the handling threw. */
  static Throwable thrown(Throwable failure) {
    Throwable thrown = failure;
    while (isWrapping(thrown) && thrown.getCause() != null) {
      thrown = thrown.getCause();
    }
    return thrown;
  }

  /** The innermost cause. */
  static Throwable root(Throwable failure) {
    return NestedExceptionUtils.getMostSpecificCause(failure);
  }

  private static boolean isWrapping(Throwable failure) {
    return failure instanceof ListenerExecutionFailedException
        || failure instanceof HandlerDiedException;
  }
}
