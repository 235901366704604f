package dev.rapidcall.recordings.testing;

import dev.rapidcall.recordings.egress.livekit.LiveKitDouble;
import dev.rapidcall.recordings.objects.s3.S3Double;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;

/** Points a service at {@link Doubles}; the properties of the test itself win. */
final class DoublesEnvironment implements EnvironmentPostProcessor, Ordered {
  private static final String INLINED = "Inlined Test Properties";

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    MutablePropertySources sources = environment.getPropertySources();
    if (!sources.contains(INLINED)) {
      return;
    }
    Map<String, Object> variables =
        Map.of(
            "LIVEKIT_URL", Doubles.LIVEKIT.webSocketUrl(),
            "LIVEKIT_API_KEY", LiveKitDouble.KEY,
            "LIVEKIT_API_SECRET", LiveKitDouble.SECRET,
            "EGRESS_S3_BUCKET", S3Double.BUCKET,
            "EGRESS_S3_ACCESS_KEY", S3Double.ACCESS_KEY,
            "EGRESS_S3_SECRET", S3Double.SECRET,
            "EGRESS_S3_ENDPOINT", Doubles.S3.endpoint(),
            "EGRESS_S3_FORCE_PATH_STYLE", "true",
            "AGENT_SHARED_SECRET", "agent-secret-of-the-tests");
    sources.addAfter(INLINED, new MapPropertySource("doubles", variables));
  }

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }
}
