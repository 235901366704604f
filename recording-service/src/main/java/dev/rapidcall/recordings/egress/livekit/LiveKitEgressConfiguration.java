package dev.rapidcall.recordings.egress.livekit;

import dev.rapidcall.recordings.egress.Egress;
import dev.rapidcall.recordings.objects.StorageSettings;
import io.livekit.server.EgressService;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.okhttp3.OkHttpMetricsEventListener;
import java.time.Duration;
import okhttp3.OkHttpClient;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import retrofit2.Retrofit;
import retrofit2.converter.protobuf.ProtoConverterFactory;

/** The one client to LiveKit. Both patiences share its connections. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LiveKitSettings.class)
class LiveKitEgressConfiguration {
  private static final Duration CONNECT = Duration.ofSeconds(5);

  @Bean
  Egress liveKitEgress(LiveKitSettings settings, StorageSettings storage, MeterRegistry meters) {
    OkHttpClient client =
        new OkHttpClient.Builder()
            .connectTimeout(CONNECT)
            .retryOnConnectionFailure(false)
            .eventListener(
                OkHttpMetricsEventListener.builder(meters, "rapidcall.livekit.requests")
                    .uriMapper(request -> request.url().encodedPath())
                    .build())
            .build();
    return new LiveKitEgress(
        service(client, settings.timeout(), settings.httpUrl()),
        service(client, settings.startTimeout(), settings.httpUrl()),
        new RecordingTokens(settings),
        storage);
  }

  private static EgressService service(OkHttpClient client, Duration timeout, String url) {
    return new Retrofit.Builder()
        .baseUrl(url)
        .client(client.newBuilder().readTimeout(timeout).callTimeout(timeout).build())
        .addConverterFactory(ProtoConverterFactory.create())
        .build()
        .create(EgressService.class);
  }
}
