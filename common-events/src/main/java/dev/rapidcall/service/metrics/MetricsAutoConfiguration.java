package dev.rapidcall.service.metrics;

import dev.rapidcall.service.secrets.SecretUses;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;

@AutoConfiguration
@ConditionalOnWebApplication(type = Type.SERVLET)
@EnableConfigurationProperties(MetricsSettings.class)
class MetricsAutoConfiguration {
  private static final int AFTER_THE_REQUEST_ID = Ordered.HIGHEST_PRECEDENCE + 5;

  @Bean
  MetricsToken metricsToken(MetricsSettings settings, SecretUses uses) {
    return new MetricsToken(uses.of("metrics", settings.live()));
  }

  @Bean
  @ConditionalOnMissingBean
  MetricsSource ownMetrics(PrometheusMeterRegistry registry) {
    return request -> registry.scrape();
  }

  @Bean
  FilterRegistrationBean<MetricsFilter> metricsFilter(MetricsToken token, MetricsSource source) {
    FilterRegistrationBean<MetricsFilter> filter =
        new FilterRegistrationBean<>(new MetricsFilter(token, source));
    filter.setOrder(AFTER_THE_REQUEST_ID);
    return filter;
  }
}
