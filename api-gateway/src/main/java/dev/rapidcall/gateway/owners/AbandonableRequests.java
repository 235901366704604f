package dev.rapidcall.gateway.owners;

import java.io.IOException;
import java.net.URI;
import java.util.Objects;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;

/**
 * Requests whose answers need not be read to their end: an answer that is closed before is cut off
 * at once. Usually the rest is read and thrown away, which with a stream of events never ends.
 */
final class AbandonableRequests implements ClientHttpRequestFactory {
  private final HttpClient http;

  AbandonableRequests(HttpClient http) {
    this.http = http;
  }

  @Override
  public ClientHttpRequest createRequest(URI uri, HttpMethod method) throws IOException {
    OneRequest made = new OneRequest(http);
    ClientHttpRequest request = made.createRequest(uri, method);
    return new AbandonableRequest(request, Objects.requireNonNull(made.request)::cancel);
  }

  /** Remembers what it made. */
  private static final class OneRequest extends HttpComponentsClientHttpRequestFactory {
    private @Nullable HttpUriRequestBase request;

    OneRequest(HttpClient http) {
      super(http);
    }

    @Override
    protected ClassicHttpRequest createHttpUriRequest(HttpMethod method, URI uri) {
      request = new HttpUriRequestBase(method.name(), uri);
      return request;
    }
  }
}
