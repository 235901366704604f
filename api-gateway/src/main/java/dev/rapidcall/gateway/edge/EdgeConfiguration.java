package dev.rapidcall.gateway.edge;

import dev.rapidcall.gateway.accounts.FindSession;
import dev.rapidcall.service.errors.ApiException.Unauthorized;
import dev.rapidcall.service.errors.ErrorWriter;
import dev.rapidcall.service.secrets.SecretUses;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.util.matcher.RequestMatcher;

@Configuration(proxyBeanMethods = false)
class EdgeConfiguration {
  private static final int AFTER_THE_REQUEST_ID = Ordered.HIGHEST_PRECEDENCE + 10;

  @Bean
  FilterRegistrationBean<CorsFilter> cors(EdgeSettings settings) {
    return at(AFTER_THE_REQUEST_ID, new CorsFilter(settings));
  }

  @Bean
  AgentSecret agentSecret(EdgeSettings settings, SecretUses uses) {
    return new AgentSecret(uses.of("agent", settings.agentSecrets()));
  }

  @Bean
  FilterRegistrationBean<OriginFilter> origin(
      EdgeSettings settings, AgentSecret agentSecret, ErrorWriter errors) {
    return at(AFTER_THE_REQUEST_ID + 1, new OriginFilter(settings, agentSecret, errors));
  }

  @Bean
  FilterRegistrationBean<BodyLimitFilter> bodyLimit(ErrorWriter errors) {
    return at(AFTER_THE_REQUEST_ID + 2, new BodyLimitFilter(errors));
  }

  @Bean
  SecurityFilterChain edge(
      HttpSecurity http, AgentSecret agentSecret, FindSession findSession, ErrorWriter errors) {
    AuthenticationEntryPoint refuse =
        (request, response, problem) -> errors.write(response, new Unauthorized("Not signed in"));
    RequestMatcher needsNobody =
        request ->
            switch (Door.of(request)) {
              case WEBHOOK, SIGN_IN, PUBLIC -> true;
              case AGENT, USER -> false;
            };
    return http.csrf(AbstractHttpConfigurer::disable) // the Origin rule stands in its place
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .sessionManagement(
            sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .addFilterBefore(
            new CredentialsFilter(agentSecret, findSession),
            UsernamePasswordAuthenticationFilter.class)
        .authorizeHttpRequests(
            requests ->
                requests
                    .dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                    .permitAll()
                    .requestMatchers(needsNobody)
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .exceptionHandling(handling -> handling.authenticationEntryPoint(refuse))
        .build();
  }

  private static <F extends Filter> FilterRegistrationBean<F> at(int order, F filter) {
    FilterRegistrationBean<F> registration = new FilterRegistrationBean<>(filter);
    registration.setOrder(order);
    return registration;
  }
}
