package dev.rapidcall.gateway.owners;

import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.springframework.web.client.RestClient;

/**
 * Clients with bounds: an owner that is away or hangs must not hold our requests. What they wait
 * for is the owner, not the sender of a body and not the reader of an answer.
 */
public final class HttpClients {
  private static final Timeout CONNECT = Timeout.ofSeconds(2);
  private static final TimeValue UNUSED = TimeValue.ofSeconds(20);
  private static final TimeValue TRUSTED_WITHOUT_A_LOOK = TimeValue.ofMilliseconds(500);

  /** Requests are bounded elsewhere; here nobody should have to wait for another. */
  private static final int CONNECTIONS = 20_000;

  private HttpClients() {}

  /** Gives up on an owner that says nothing for this long, before its answer or in the middle. */
  public static RestClient patientFor(Duration silence) {
    Timeout bound = Timeout.of(silence);
    HttpClient http =
        HttpClientBuilder.create()
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setMaxConnPerRoute(CONNECTIONS)
                    .setMaxConnTotal(CONNECTIONS)
                    .setDefaultConnectionConfig(
                        ConnectionConfig.custom()
                            .setConnectTimeout(CONNECT)
                            .setSocketTimeout(bound)
                            .setValidateAfterInactivity(TRUSTED_WITHOUT_A_LOOK)
                            .build())
                    .build())
            .setDefaultRequestConfig(
                RequestConfig.custom()
                    .setResponseTimeout(bound)
                    .setConnectionRequestTimeout(CONNECT)
                    .setProtocolUpgradeEnabled(false)
                    .build())
            .evictIdleConnections(UNUSED)
            .disableAuthCaching()
            .disableAutomaticRetries()
            .disableContentCompression()
            .disableCookieManagement()
            .disableDefaultUserAgent()
            .disableRedirectHandling()
            .build();
    return RestClient.builder().requestFactory(new AbandonableRequests(http)).build();
  }

  /** The same client, measured as {@code http.client.requests}. */
  public static RestClient observed(RestClient client, ObservationRegistry observations) {
    return client.mutate().observationRegistry(observations).build();
  }
}
