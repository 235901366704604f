package dev.rapidcall.calls.rooms.livekit;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.okhttp3.OkHttpMetricsEventListener;
import java.time.Duration;
import okhttp3.OkHttpClient;
import org.springframework.stereotype.Component;
import retrofit2.Retrofit;
import retrofit2.converter.protobuf.ProtoConverterFactory;

/** One connection pool to LiveKit with one deadline for every request. */
@Component
class LiveKitConnection {
  private final Retrofit retrofit;
  private final Retrofit patient;

  LiveKitConnection(LiveKitProperties properties, MeterRegistry meters) {
    OkHttpClient client =
        new OkHttpClient.Builder()
            .callTimeout(properties.timeout())
            .eventListener(
                OkHttpMetricsEventListener.builder(meters, "rapidcall.livekit.requests")
                    .uriMapper(request -> request.url().encodedPath())
                    .build())
            .build();
    OkHttpClient endless =
        client.newBuilder().callTimeout(Duration.ZERO).readTimeout(Duration.ZERO).build();
    this.retrofit = retrofit(properties, client);
    this.patient = retrofit(properties, endless);
  }

  <T> T create(Class<T> service) {
    return retrofit.create(service);
  }

  /** For requests that take as long as a phone rings; each sets a deadline of its own. */
  <T> T createPatient(Class<T> service) {
    return patient.create(service);
  }

  private static Retrofit retrofit(LiveKitProperties properties, OkHttpClient client) {
    return new Retrofit.Builder()
        .baseUrl(properties.httpUrl())
        .client(client)
        .addConverterFactory(ProtoConverterFactory.create())
        .build();
  }
}
