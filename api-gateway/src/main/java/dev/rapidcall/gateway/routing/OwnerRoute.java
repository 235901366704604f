package dev.rapidcall.gateway.routing;

import dev.rapidcall.gateway.owners.Owner;
import dev.rapidcall.gateway.owners.OwnerSettings;
import dev.rapidcall.service.errors.ApiException;
import dev.rapidcall.service.errors.ApiException.Unavailable;
import dev.rapidcall.service.identity.Caller;
import dev.rapidcall.service.identity.InternalTokens;
import dev.rapidcall.service.identity.Scope;
import dev.rapidcall.service.web.RequestId;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.gateway.server.mvc.common.MvcUtils;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchangeHandlerFunction;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** The way of a request to one owner, and of its failure to a clear answer. */
final class OwnerRoute {
  private static final Logger log = LoggerFactory.getLogger(OwnerRoute.class);
  private static final int RETRY_AFTER_SECONDS = 2;
  private static final List<String> CREDENTIALS =
      List.of(HttpHeaders.AUTHORIZATION, HttpHeaders.COOKIE, "x-agent-secret", "x-csrf-token");

  private final String service;
  private final URI owner;
  private final ProxyExchangeHandlerFunction proxy;
  private final InternalTokens tokens;

  OwnerRoute(
      Owner owner,
      OwnerSettings owners,
      ProxyExchangeHandlerFunction proxy,
      InternalTokens tokens) {
    this.service = owner.service();
    this.owner = owners.of(owner);
    this.proxy = proxy;
    this.tokens = tokens;
  }

  RouterFunction<ServerResponse> serves(RequestPredicate requests) {
    return RouterFunctions.route(requests, this::pass);
  }

  /** What the gateway makes of an owner's answer before it goes out. */
  @FunctionalInterface
  interface Completion {
    ServerResponse complete(Caller caller, ServerRequest request, ServerResponse answer)
        throws IOException;
  }

  RouterFunction<ServerResponse> serves(RequestPredicate requests, Completion completion) {
    return RouterFunctions.route(
        requests, request -> completion.complete(caller(), request, pass(request)));
  }

  private ServerResponse pass(ServerRequest request) throws Exception {
    MvcUtils.setRequestUrl(request, owner);
    claimBody(request);
    Caller caller = caller();
    try {
      ServerResponse answer = proxy.handle(inTheNameOf(caller, request));
      if (answer.statusCode().isSameCodeAs(HttpStatus.UNAUTHORIZED) && !caller.has(Scope.PUBLIC)) {
        throw refusedOurToken(request);
      }
      return new PassedAnswer(owner, answer);
    } catch (ResourceAccessException e) {
      if (NestedExceptionUtils.getMostSpecificCause(e) instanceof ApiException ours) {
        throw ours; // such as a body that turned out too large
      }
      log.warn("{} not reachable: {}", owner, String.valueOf(e.getMessage()));
      throw unavailable();
    }
  }

  /** Before anybody asks for parameters: the server would read a form's fields out of it. */
  private static void claimBody(ServerRequest request) throws IOException {
    request.servletRequest().getInputStream();
  }

  private ServerRequest inTheNameOf(Caller caller, ServerRequest request) {
    String requestId = RequestId.of(request.servletRequest());
    return ServerRequest.from(request)
        .headers(
            headers -> {
              CREDENTIALS.forEach(headers::remove);
              headers.setBearerAuth(tokens.mint(caller, requestId, service));
              headers.set(RequestId.HEADER, requestId);
            })
        .build();
  }

  static Caller caller() {
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    return who != null && who.getPrincipal() instanceof Caller caller ? caller : Caller.anybody();
  }

  /**
   * A 401 would tell the dashboard that its session is over, which it is not. Who showed no session
   * is told as the owner says: it is the token of a playback then.
   */
  private Unavailable refusedOurToken(ServerRequest request) throws IOException {
    log.error("{} refused our token: do all services have the same INTERNAL_TOKEN_KEY?", owner);
    InputStream unread = MvcUtils.getAttribute(request, MvcUtils.CLIENT_RESPONSE_INPUT_STREAM_ATTR);
    if (unread != null) {
      unread.close();
    }
    return unavailable();
  }

  private static Unavailable unavailable() {
    return new Unavailable("Temporarily unavailable, try again", RETRY_AFTER_SECONDS);
  }
}
