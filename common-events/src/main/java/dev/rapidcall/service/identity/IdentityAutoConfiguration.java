package dev.rapidcall.service.identity;

import dev.rapidcall.service.errors.ApiException.Forbidden;
import dev.rapidcall.service.errors.ApiException.Unauthorized;
import dev.rapidcall.service.errors.ErrorWriter;
import dev.rapidcall.service.secrets.SecretUses;
import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.web.OAuth2ResourceServerWebSecurityAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@AutoConfiguration(
    before = {
      ServletWebSecurityAutoConfiguration.class,
      OAuth2ResourceServerAutoConfiguration.class,
      OAuth2ResourceServerWebSecurityAutoConfiguration.class
    })
@ConditionalOnWebApplication(type = Type.SERVLET)
@ConditionalOnProperty("rapidcall.identity.keys")
@EnableConfigurationProperties(IdentitySettings.class)
class IdentityAutoConfiguration {

  @Bean
  InternalTokens internalTokens(IdentitySettings settings, Clock clock) {
    return new InternalTokens(settings.keys(), clock);
  }

  @Bean
  @ConditionalOnMissingBean
  JwtDecoder internalTokenDecoder(IdentitySettings settings, SecretUses uses) {
    return new InternalTokenDecoder(
        settings.keys(), uses.of("internal-token", settings.keys()), settings.service());
  }

  /** Every request of a service carries a token; the gateway brings a chain of its own. */
  @Bean
  @ConditionalOnMissingBean(SecurityFilterChain.class)
  SecurityFilterChain onlyWithToken(HttpSecurity http, ErrorWriter errors) {
    AuthenticationEntryPoint refuse =
        (request, response, problem) ->
            errors.write(request, response, new Unauthorized("Not signed in"));
    return http.csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .authorizeHttpRequests(
            requests ->
                requests
                    .dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                    .permitAll()
                    .requestMatchers("/health", "/actuator/**")
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .oauth2ResourceServer(server -> server.authenticationEntryPoint(refuse).jwt(jwt -> {}))
        .exceptionHandling(
            handling ->
                handling
                    .authenticationEntryPoint(refuse)
                    .accessDeniedHandler(
                        (request, response, problem) ->
                            errors.write(request, response, new Forbidden("Not allowed"))))
        .build();
  }

  @Bean
  WebMvcConfigurer callerArguments() {
    return new WebMvcConfigurer() {
      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CallerArgumentResolver());
      }
    };
  }
}
