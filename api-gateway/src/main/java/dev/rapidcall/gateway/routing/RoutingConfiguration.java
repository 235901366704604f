package dev.rapidcall.gateway.routing;

import static org.springframework.web.servlet.function.RequestPredicates.POST;
import static org.springframework.web.servlet.function.RequestPredicates.methods;
import static org.springframework.web.servlet.function.RequestPredicates.path;

import dev.rapidcall.gateway.owners.HttpClients;
import dev.rapidcall.gateway.owners.Owner;
import dev.rapidcall.gateway.owners.OwnerSettings;
import dev.rapidcall.service.identity.InternalTokens;
import dev.rapidcall.service.web.RequestId;
import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.cloud.gateway.server.mvc.config.GatewayMvcProperties;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.RequestHttpHeadersFilter;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.ResponseHttpHeadersFilter;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchangeHandlerFunction;
import org.springframework.cloud.gateway.server.mvc.handler.RestClientProxyExchange;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.client.RestClient;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

@Configuration(proxyBeanMethods = false)
class RoutingConfiguration {
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);

  /** For files and streams; a stream of events says every few seconds that it is alive. */
  private static final Duration SILENT_FOR = Duration.ofSeconds(60);

  private static final Set<String> OWNERS_OWN =
      Set.of(RequestId.HEADER.toLowerCase(Locale.ROOT), "server", "x-powered-by");

  /** The table of contents: path → owner. A path that is not here is unknown. */
  @Bean
  RouterFunction<ServerResponse> ownerRoutes(
      ProxyExchangeHandlerFunction whole,
      ProxyExchangeHandlerFunction streamed,
      OwnerSettings owners,
      InternalTokens tokens,
      RecordingUpload recordingUpload,
      OnlyForKnownCalls onlyForKnownCalls) {
    OwnerRoute calls = new OwnerRoute(Owner.CALLS, owners, whole, tokens);
    OwnerRoute recordings = new OwnerRoute(Owner.RECORDINGS, owners, whole, tokens);
    OwnerRoute media = new OwnerRoute(Owner.RECORDINGS, owners, streamed, tokens);
    OwnerRoute billing = new OwnerRoute(Owner.BILLING, owners, whole, tokens);
    OwnerRoute telephony = new OwnerRoute(Owner.TELEPHONY, owners, whole, tokens);
    OwnerRoute streams = new OwnerRoute(Owner.CALLS, owners, streamed, tokens);
    return calls
        .serves(under("/api/agents"))
        .and(calls.serves(read("/api/calls").or(read("/api/calls/{id}"))))
        .and(calls.serves(read("/api/calls/{id}/timeline").or(read("/api/calls/{id}/export"))))
        .and(calls.serves(path("/api/calls/{id}/evaluations").or(path("/api/calls/{id}/labels"))))
        .and(calls.serves(POST("/api/calls/{id}/auto-evaluate")))
        .and(calls.serves(read("/api/analytics").or(POST("/api/tts/preview"))))
        .and(streams.serves(POST("/api/kb/folders/{id}/pdf")))
        .and(calls.serves(under("/api/kb").or(under("/api/crm")).or(under("/api/webhooks"))))
        .and(streams.serves(read("/api/events")))
        .and(calls.serves(read("/api/internal/agents/config").or(POST("/api/internal/kb/search"))))
        .and(calls.serves(POST("/api/internal/calls/{id}/transfer")))
        .and(recordings.serves(read("/api/calls/{id}/recording-url")))
        .and(
            media
                .serves(POST("/api/calls/{id}/recording"), recordingUpload)
                .filter(onlyForKnownCalls))
        .and(media.serves(path("/api/calls/{id}/recording")))
        .and(media.serves(read("/api/calls/{id}/recording-playback")))
        .and(telephony.serves(under("/api/phone-numbers").or(under("/api/outbound"))))
        .and(telephony.serves(under("/api/twilio").or(under("/api/internal/telephony"))))
        .and(telephony.serves(under("/api/workspaces/{id}/twilio")))
        .and(telephony.serves(read("/api/workspaces/{id}/inbound-diagnostics")))
        .and(telephony.serves(POST("/api/workspaces/{id}/reset-twilio")))
        .and(billing.serves(under("/api/billing")));
  }

  /** What is asked by GET may be asked by HEAD. */
  private static RequestPredicate read(String path) {
    return methods(HttpMethod.GET, HttpMethod.HEAD).and(path(path));
  }

  private static RequestPredicate under(String path) {
    return path(path).or(path(path + "/**"));
  }

  @Bean
  ProxyExchangeHandlerFunction whole(
      GatewayMvcProperties properties,
      ObservationRegistry observations,
      ObjectProvider<RequestHttpHeadersFilter> requestFilters,
      ObjectProvider<ResponseHttpHeadersFilter> responseFilters) {
    RestClient http = HttpClients.observed(HttpClients.patientFor(ANSWER_WITHIN), observations);
    return proxy(http, properties, requestFilters, responseFilters);
  }

  @Bean
  ProxyExchangeHandlerFunction streamed(
      GatewayMvcProperties properties,
      ObservationRegistry observations,
      ObjectProvider<RequestHttpHeadersFilter> requestFilters,
      ObjectProvider<ResponseHttpHeadersFilter> responseFilters) {
    RestClient http = HttpClients.observed(HttpClients.patientFor(SILENT_FOR), observations);
    return proxy(http, properties, requestFilters, responseFilters);
  }

  /** Our request id is in the answer already; what an owner is made of is nobody's business. */
  @Bean
  ResponseHttpHeadersFilter withoutTheOwnersOwnHeaders() {
    return (headers, response) -> {
      HttpHeaders kept = new HttpHeaders();
      headers.forEach(
          (name, values) -> {
            if (!OWNERS_OWN.contains(name.toLowerCase(Locale.ROOT))) {
              kept.addAll(name, values);
            }
          });
      return kept;
    };
  }

  private static ProxyExchangeHandlerFunction proxy(
      RestClient http,
      GatewayMvcProperties properties,
      ObjectProvider<RequestHttpHeadersFilter> requestFilters,
      ObjectProvider<ResponseHttpHeadersFilter> responseFilters) {
    return new ProxyExchangeHandlerFunction(
        new RestClientProxyExchange(http, properties), requestFilters, responseFilters);
  }
}
