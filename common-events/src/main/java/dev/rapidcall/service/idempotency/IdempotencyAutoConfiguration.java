package dev.rapidcall.service.idempotency;

import dev.rapidcall.service.errors.ErrorWriter;
import dev.rapidcall.service.secrets.SecretUses;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@AutoConfiguration
@ConditionalOnWebApplication(type = Type.SERVLET)
@ConditionalOnBooleanProperty("rapidcall.idempotency.enabled")
@EnableConfigurationProperties(IdempotencySettings.class)
class IdempotencyAutoConfiguration {
  private static final int AFTER_WHO_ASKS_IS_KNOWN = -30;

  /** The keys are those of the internal token, and so are their uses. */
  @Bean
  AnswerCipher answerCipher(IdempotencySettings settings, SecretUses uses) {
    return new AnswerCipher(settings.keys(), uses);
  }

  @Bean
  AnsweredRequests answeredRequests(JdbcClient jdbc, AnswerCipher cipher) {
    return new AnsweredRequests(jdbc, cipher);
  }

  @Bean
  ForgetAnswers forgetAnswers(AnsweredRequests answered) {
    return new ForgetAnswers(answered);
  }

  @Bean
  FilterRegistrationBean<OncePerKeyFilter> oncePerKey(
      @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> table,
      AnsweredRequests answered,
      PlatformTransactionManager transactions,
      ErrorWriter errors) {
    FilterRegistrationBean<OncePerKeyFilter> filter =
        new FilterRegistrationBean<>(
            new OncePerKeyFilter(new OncePerKeyRoutes(table), answered, transactions, errors));
    filter.setOrder(AFTER_WHO_ASKS_IS_KNOWN);
    return filter;
  }
}
