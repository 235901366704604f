package dev.rapidcall.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.annotation.AliasFor;
import org.springframework.test.context.TestPropertySource;

/**
 * A Spring Boot test on real Postgres and Kafka. The context gets a database and topics of its own;
 * test classes with the same configuration share the context and so both of them. Without Spring's
 * test support the property {@code rapidcall.test-infrastructure=true} does the same.
 *
 * <p>Name the service by {@code properties = "spring.config.name=call-service"}.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestPropertySource(properties = "rapidcall.test-infrastructure=true")
public @interface RapidCallIT {

  /** As {@link SpringBootTest#properties()}; they win over the test environment. */
  @AliasFor(annotation = SpringBootTest.class, attribute = "properties")
  String[] properties() default {};

  /** As {@link SpringBootTest#classes()}. */
  @AliasFor(annotation = SpringBootTest.class, attribute = "classes")
  Class<?>[] classes() default {};
}
