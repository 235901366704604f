package dev.rapidcall.calls.rooms.livekit;

import dev.rapidcall.calls.rooms.RoomsException;
import dev.rapidcall.calls.rooms.RoomsException.Kind;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Response;

/** Makes a call to LiveKit and tells apart what came of it. Bodies of errors are never repeated. */
final class Twirp {
  private static final int NOT_FOUND = 404;
  private static final int TOO_MANY = 429;
  private static final int SERVER_ERROR = 500;

  private Twirp() {}

  /** The answer, or empty if LiveKit does not know what was asked about. */
  static <T> Optional<T> call(String operation, Call<@Nullable T> call) {
    Response<@Nullable T> response = execute(operation, call);
    int status = response.code();
    if (response.isSuccessful()) {
      return Optional.ofNullable(response.body());
    }
    if (status == NOT_FOUND) {
      return Optional.empty();
    }
    throw new RoomsException(kind(status), "LiveKit answered " + operation + " with " + status);
  }

  /** Whether an error is a clear no. */
  static Kind kind(int status) {
    return status >= SERVER_ERROR || status == TOO_MANY ? Kind.UNREACHABLE : Kind.REFUSED;
  }

  /** The answer, whatever its status. */
  static <T> Response<@Nullable T> execute(String operation, Call<@Nullable T> call) {
    try {
      return call.execute();
    } catch (IOException e) {
      throw new RoomsException(Kind.UNREACHABLE, "LiveKit did not answer " + operation, e);
    }
  }
}
