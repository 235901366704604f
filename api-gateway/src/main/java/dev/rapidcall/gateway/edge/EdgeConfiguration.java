package dev.rapidcall.gateway.edge;

import dev.rapidcall.gateway.accounts.Identify;
import dev.rapidcall.gateway.edge.routes.KnownRoutesFilter;
import dev.rapidcall.service.errors.ApiException.Forbidden;
import dev.rapidcall.service.errors.ApiException.Unauthorized;
import dev.rapidcall.service.errors.ErrorWriter;
import dev.rapidcall.service.secrets.SecretUses;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.servlet.HandlerMapping;

@Configuration(proxyBeanMethods = false)
class EdgeConfiguration {
  private static final int AFTER_THE_REQUEST_ID = Ordered.HIGHEST_PRECEDENCE + 10;

  /** A quarter of the memory: read, a body is several times as large as it came. */
  private static final int PART_FOR_BODIES = 4;

  @Bean
  FilterRegistrationBean<SecurityHeadersFilter> securityHeaders() {
    return at(AFTER_THE_REQUEST_ID, new SecurityHeadersFilter());
  }

  @Bean
  FilterRegistrationBean<CorsFilter> cors(EdgeSettings settings) {
    return at(AFTER_THE_REQUEST_ID + 1, new CorsFilter(settings));
  }

  @Bean
  AgentSecret agentSecret(EdgeSettings settings, SecretUses uses) {
    return new AgentSecret(uses.of("agent", settings.agentSecrets()));
  }

  @Bean
  FilterRegistrationBean<RefusalFilter> refusals(ErrorWriter errors) {
    return at(AFTER_THE_REQUEST_ID + 2, new RefusalFilter(errors));
  }

  @Bean
  FilterRegistrationBean<OriginFilter> origin(EdgeSettings settings, AgentSecret agentSecret) {
    return at(AFTER_THE_REQUEST_ID + 3, new OriginFilter(settings, agentSecret));
  }

  @Bean
  FilterRegistrationBean<BodyLimitFilter> bodyLimit() {
    BodyBudget budget = new BodyBudget(Runtime.getRuntime().maxMemory() / PART_FOR_BODIES);
    return at(AFTER_THE_REQUEST_ID + 4, new BodyLimitFilter(budget));
  }

  /** Form bodies are passed on as they came; Tomcat would eat them as parameters. */
  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> tomcatAtTheEdge(EdgeSettings settings) {
    return tomcat -> {
      tomcat.addConnectorCustomizers(connector -> connector.setParseBodyMethods("NONE"));
      tomcat.addEngineValves(new RefusedRequestValve(settings));
    };
  }

  @Bean
  SecurityFilterChain edge(
      HttpSecurity http,
      AgentSecret agentSecret,
      Identify identify,
      ObjectProvider<HandlerMapping> routes,
      ErrorWriter errors) {
    AuthenticationEntryPoint refuse =
        (request, response, problem) ->
            errors.write(request, response, new Unauthorized("Not signed in"));
    AccessDeniedHandler forbid =
        (request, response, problem) ->
            errors.write(request, response, new Forbidden(RightsRule.missing(request)));
    RequestMatcher needsNobody =
        request ->
            switch (Door.of(request)) {
              case WEBHOOK, SIGN_IN, PUBLIC -> true;
              case AGENT, USER -> false;
            };
    return http.csrf(AbstractHttpConfigurer::disable) // OriginFilter and CredentialsFilter do it
        .headers(AbstractHttpConfigurer::disable) // ours are on every answer, refused ones too
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .sessionManagement(
            sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .addFilterBefore(
            new CredentialsFilter(agentSecret, identify),
            UsernamePasswordAuthenticationFilter.class)
        .addFilterBefore(new KnownRoutesFilter(routes), CredentialsFilter.class)
        .authorizeHttpRequests(
            requests ->
                requests
                    .dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                    .permitAll()
                    .requestMatchers(needsNobody)
                    .permitAll()
                    .anyRequest()
                    .access(new RightsRule()))
        .exceptionHandling(
            handling -> handling.authenticationEntryPoint(refuse).accessDeniedHandler(forbid))
        .build();
  }

  private static <F extends Filter> FilterRegistrationBean<F> at(int order, F filter) {
    FilterRegistrationBean<F> registration = new FilterRegistrationBean<>(filter);
    registration.setOrder(order);
    return registration;
  }
}
