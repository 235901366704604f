package dev.rapidcall.recordings.egress.livekit;

import dev.rapidcall.recordings.egress.EgressException;
import dev.rapidcall.recordings.egress.EgressException.Fault;
import java.io.IOException;
import java.io.InterruptedIOException;
import retrofit2.Call;
import retrofit2.Response;

/**
 * Makes one request and tells its failures apart. Never repeats the body of an answer: a 401 of
 * LiveKit echoes the whole token.
 */
final class TwirpCalls {
  private TwirpCalls() {}

  static <T> T answer(Call<T> call) {
    Response<T> response = send(call);
    T body = response.body();
    if (response.isSuccessful() && body != null) {
      return body;
    }
    throw failure(response.code());
  }

  private static <T> Response<T> send(Call<T> call) {
    try {
      return call.execute();
    } catch (InterruptedIOException e) {
      throw new EgressException(Fault.UNREACHABLE, "LiveKit did not answer in time");
    } catch (IOException | RuntimeException e) {
      throw new EgressException(
          Fault.UNREACHABLE, "LiveKit cannot be reached (" + e.getClass().getSimpleName() + ")");
    }
  }

  private static EgressException failure(int status) {
    return switch (status) {
      case 404 -> new EgressException(Fault.ABSENT, "LiveKit does not know the room or the egress");
      case 412 -> new EgressException(Fault.ENDED, "the egress has already ended");
      case 401, 403 ->
          new EgressException(Fault.REFUSED, "LiveKit refused our API key (" + status + ")");
      case 408, 429 -> unavailable(status);
      default ->
          status >= 500
              ? unavailable(status)
              : new EgressException(Fault.REFUSED, "LiveKit refused to record (" + status + ")");
    };
  }

  private static EgressException unavailable(int status) {
    return new EgressException(
        Fault.UNREACHABLE,
        status == 503
            ? "no LiveKit Egress service is available"
            : "LiveKit could not answer (" + status + ")");
  }
}
