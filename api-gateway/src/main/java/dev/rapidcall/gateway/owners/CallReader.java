package dev.rapidcall.gateway.owners;

import dev.rapidcall.events.CallId;
import dev.rapidcall.events.EventId;
import dev.rapidcall.service.identity.Caller;
import dev.rapidcall.service.identity.InternalTokens;
import dev.rapidcall.service.web.RequestId;
import io.micrometer.observation.ObservationRegistry;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.util.UriComponentsBuilder;

/** Reads a call from its owner, in the name of who asks. */
@Component
public class CallReader {
  private static final Logger log = LoggerFactory.getLogger(CallReader.class);
  private static final String PENDING = "X-Pending-Event";
  private static final Duration PATIENCE = Duration.ofSeconds(4);

  private final RestClient http;
  private final OwnerSettings owners;
  private final InternalTokens tokens;

  CallReader(OwnerSettings owners, InternalTokens tokens, ObservationRegistry observations) {
    this.http = HttpClients.observed(HttpClients.patientFor(PATIENCE), observations);
    this.owners = owners;
    this.tokens = tokens;
  }

  /**
   * Reads a call.
   *
   * @param afterEvent wait, for a second or two, until this event is in it
   */
  public CallAnswer read(
      CallId call, Caller caller, String requestId, @Nullable EventId afterEvent) {
    try {
      return http.get()
          .uri(address(call, afterEvent))
          .header(
              HttpHeaders.AUTHORIZATION,
              "Bearer " + tokens.mint(caller, requestId, Owner.CALLS.service()))
          .header(RequestId.HEADER, requestId)
          .exchange((request, response) -> answer(response));
    } catch (ResourceAccessException e) {
      log.warn("call-service not reachable: {}", String.valueOf(e.getMessage()));
      return new CallAnswer.Unreachable();
    }
  }

  private URI address(CallId call, @Nullable EventId afterEvent) {
    UriComponentsBuilder address =
        UriComponentsBuilder.fromUri(owners.calls()).path("/api/calls/{id}");
    return afterEvent == null
        ? address.encode().buildAndExpand(call.value()).toUri()
        : address
            .queryParam("afterEvent", "{event}")
            .encode()
            .buildAndExpand(call.value(), afterEvent.value())
            .toUri();
  }

  private static CallAnswer answer(ClientHttpResponse response) throws IOException {
    int status = response.getStatusCode().value();
    if (status == HttpStatus.NOT_FOUND.value()) {
      return new CallAnswer.Absent();
    }
    if (status != HttpStatus.OK.value()) {
      log.warn("call-service answered {} to a reading", status);
      return new CallAnswer.Unreachable();
    }
    String json = new String(response.getBody().readAllBytes(), StandardCharsets.UTF_8);
    return new CallAnswer.Found(json, response.getHeaders().getFirst(PENDING) != null);
  }
}
