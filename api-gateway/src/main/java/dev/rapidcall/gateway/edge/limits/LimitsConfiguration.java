package dev.rapidcall.gateway.edge.limits;

import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LimitsConfiguration {
  /** Security's filters stand at -100; then it is known who asks. */
  private static final int AFTER_AUTHENTICATION = -50;

  @Bean
  FilterRegistrationBean<SignInLimitFilter> signInLimit(
      LimitSettings settings, DataSource database, Clock clock) {
    FilterRegistrationBean<SignInLimitFilter> filter =
        new FilterRegistrationBean<>(
            new SignInLimitFilter(
                new SignInLimits(settings, database, clock),
                new ClientAddresses(settings.trustedProxyHops())));
    filter.addUrlPatterns("/api/auth/login", "/api/auth/register");
    filter.setOrder(AFTER_AUTHENTICATION);
    return filter;
  }

  @Bean
  FilterRegistrationBean<WorkspaceLimitFilter> workspaceLimit(LimitSettings settings, Clock clock) {
    FilterRegistrationBean<WorkspaceLimitFilter> filter =
        new FilterRegistrationBean<>(
            new WorkspaceLimitFilter(new WorkspaceLimits(settings, clock)));
    filter.setOrder(AFTER_AUTHENTICATION);
    return filter;
  }
}
