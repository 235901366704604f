package dev.rapidcall.gateway.ops;

import dev.rapidcall.service.web.RequestRoutes;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

@Configuration(proxyBeanMethods = false)
class OpsConfiguration {
  private static final int BEFORE_THE_EDGE = Ordered.HIGHEST_PRECEDENCE + 3;

  @Bean
  RequestRoutes contractRoutes() {
    return ContractRoutes.read();
  }

  @Bean
  FilterRegistrationBean<ApiMetricsFilter> apiMetrics(MeterRegistry meters, RequestRoutes routes) {
    FilterRegistrationBean<ApiMetricsFilter> filter =
        new FilterRegistrationBean<>(new ApiMetricsFilter(meters, routes));
    filter.setOrder(BEFORE_THE_EDGE);
    return filter;
  }
}
