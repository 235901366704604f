package dev.rapidcall.gateway.idempotency;

import dev.rapidcall.service.idempotency.AnswerCipher;
import java.time.Clock;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class IdempotencyConfiguration {
  private static final int AFTER_THE_LIMITS = -40;

  @Bean
  IdempotentRequests idempotentRequests(JdbcClient sql, AnswerCipher cipher) {
    return new IdempotentRequests(sql, cipher);
  }

  @Bean
  CleanAnswers cleanAnswers(IdempotentRequests requests) {
    return new CleanAnswers(requests);
  }

  @Bean
  FilterRegistrationBean<IdempotencyFilter> idempotency(IdempotentRequests requests, Clock clock) {
    FilterRegistrationBean<IdempotencyFilter> filter =
        new FilterRegistrationBean<>(new IdempotencyFilter(requests, clock));
    filter.setOrder(AFTER_THE_LIMITS);
    return filter;
  }
}
