package dev.rapidcall.calls.rooms.livekit;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.okhttp3.OkHttpMetricsEventListener;
import okhttp3.OkHttpClient;
import org.springframework.stereotype.Component;
import retrofit2.Retrofit;
import retrofit2.converter.protobuf.ProtoConverterFactory;

/** One connection pool to LiveKit with one deadline for every request. */
@Component
class LiveKitConnection {
  private final Retrofit retrofit;

  LiveKitConnection(LiveKitProperties properties, MeterRegistry meters) {
    OkHttpClient client =
        new OkHttpClient.Builder()
            .callTimeout(properties.timeout())
            .eventListener(
                OkHttpMetricsEventListener.builder(meters, "rapidcall.livekit.requests")
                    .uriMapper(request -> request.url().encodedPath())
                    .build())
            .build();
    this.retrofit =
        new Retrofit.Builder()
            .baseUrl(properties.httpUrl())
            .client(client)
            .addConverterFactory(ProtoConverterFactory.create())
            .build();
  }

  <T> T create(Class<T> service) {
    return retrofit.create(service);
  }
}
