package dev.rapidcall.gateway.idempotency;

import java.time.Clock;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class IdempotencyConfiguration {
  private static final int AFTER_THE_LIMITS = -40;

  @Bean
  IdempotentRequests idempotentRequests(JdbcClient sql, IdempotencySettings settings, Clock clock) {
    return new IdempotentRequests(sql, new AnswerCipher(settings.keys()), clock);
  }

  @Bean
  CleanAnswers cleanAnswers(IdempotentRequests requests) {
    return new CleanAnswers(requests);
  }

  @Bean
  FilterRegistrationBean<IdempotencyFilter> idempotency(IdempotentRequests requests) {
    FilterRegistrationBean<IdempotencyFilter> filter =
        new FilterRegistrationBean<>(new IdempotencyFilter(requests));
    filter.setOrder(AFTER_THE_LIMITS);
    return filter;
  }
}
