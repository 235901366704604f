package dev.rapidcall.service.web;

import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.type.LogicalType;

@AutoConfiguration
@ConditionalOnWebApplication(type = Type.SERVLET)
class WebAutoConfiguration {

  @Bean
  FilterRegistrationBean<RequestIdFilter> requestIdFilter() {
    return first(new FilterRegistrationBean<>(new RequestIdFilter()), 0);
  }

  @Bean
  @ConditionalOnMissingBean
  RequestRoutes requestRoutes() {
    return new MatchedRoutes();
  }

  @Bean
  FilterRegistrationBean<RequestLogFilter> requestLogFilter(RequestRoutes routes, Clock clock) {
    return first(new FilterRegistrationBean<>(new RequestLogFilter(routes, clock)), 1);
  }

  @Bean
  FilterRegistrationBean<LogContextFilter> logContextFilter() {
    FilterRegistrationBean<LogContextFilter> filter =
        new FilterRegistrationBean<>(new LogContextFilter());
    filter.setOrder(SecurityFilterProperties.DEFAULT_FILTER_ORDER + 1);
    return filter;
  }

  @Bean
  HealthController healthController() {
    return new HealthController();
  }

  /** A number is no text: {@code {"name": 5}} is refused. */
  @Bean
  JsonMapperBuilderCustomizer textsAreTexts() {
    return builder ->
        builder.withCoercionConfig(
            LogicalType.Textual,
            config ->
                config
                    .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail));
  }

  private static <F extends jakarta.servlet.Filter> FilterRegistrationBean<F> first(
      FilterRegistrationBean<F> filter, int rank) {
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE + rank);
    return filter;
  }
}
