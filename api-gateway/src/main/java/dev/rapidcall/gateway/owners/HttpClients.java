package dev.rapidcall.gateway.owners;

import io.micrometer.observation.ObservationRegistry;
import java.net.http.HttpClient;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/** Clients with bounds: an owner that is away or hangs must not hold our requests. */
public final class HttpClients {
  private static final Duration CONNECT = Duration.ofSeconds(2);

  private HttpClients() {}

  /** For answers that come as one piece within the time, body included. */
  public static RestClient within(Duration time) {
    return client(time);
  }

  /** For streams, which take as long as their reader does. */
  public static RestClient streaming() {
    return client(null);
  }

  /** The same client, measured as {@code http.client.requests}. */
  public static RestClient observed(RestClient client, ObservationRegistry observations) {
    return client.mutate().observationRegistry(observations).build();
  }

  private static RestClient client(@Nullable Duration time) {
    HttpClient http =
        HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(http);
    if (time != null) {
      requests.setReadTimeout(time);
    }
    return RestClient.builder().requestFactory(requests).build();
  }
}
