package dev.rapidcall.service.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class SecretTest {
  record Settings(Secret one, List<Secret> several) {}

  @Test
  void isNotSeenWhenPrinted() {
    assertThat(new Settings(new Secret("hush"), List.of(new Secret("hush"))).toString())
        .doesNotContain("hush")
        .contains("[redacted]");
  }

  @Test
  void matchesOnlyItself() {
    Secret secret = new Secret("hush");

    assertThat(secret.matches("hush")).isTrue();
    assertThat(secret.matches("hus")).isFalse();
    assertThat(secret.matches("")).isFalse();
  }

  @Test
  void isReadFromConfigurationAloneAndAsAList() {
    Settings settings =
        new Binder(new MapConfigurationPropertySource(Map.of("s.one", "a", "s.several", "b, c")))
            .bind("s", Settings.class)
            .get();

    assertThat(settings)
        .isEqualTo(new Settings(new Secret("a"), List.of(new Secret("b"), new Secret("c"))));
  }
}
