package dev.rapidcall.gateway.testing;

import dev.rapidcall.gateway.ApiGateway;
import dev.rapidcall.service.ServiceApplication;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.test.context.TestPropertySource;

/** The gateway behind one proxy, with its limits as they are, and a clock that tests turn. */
@Import(TurnedClock.class)
@TestPropertySource(
    properties = {
      "SIGN_IN_LIMIT_PER_ACCOUNT=10",
      "SIGN_IN_LIMIT_PER_ADDRESS=8",
      "TRUSTED_PROXY_HOPS=1",
      "WORKSPACE_EXPENSIVE_REQUESTS_PER_MINUTE=3",
      "WORKSPACE_REQUESTS_PER_MINUTE=60"
    })
public abstract class ClockedGatewayIT extends GatewayIT {
  private static final List<String> SHARED =
      List.of(
          "DATABASE_URL",
          "DATABASE_SSL",
          "KAFKA_BOOTSTRAP_SERVERS",
          "KAFKA_TOPIC_PREFIX",
          "KAFKA_TOPIC_PARTITIONS",
          "KAFKA_TOPIC_REPLICATION",
          "INTERNAL_TOKEN_KEY",
          "AGENT_SHARED_SECRET",
          "CALL_SERVICE_URL",
          "CLIENT_ORIGIN",
          "LIVEKIT_API_KEY",
          "LIVEKIT_API_SECRET",
          "TRUSTED_PROXY_HOPS");

  @Autowired protected TurnedClock clock;

  /** One more instance of the same gateway; later arguments win. */
  protected final OtherInstance anotherInstance(String... arguments) {
    SpringApplication gateway = ServiceApplication.of(ApiGateway.class, "api-gateway");
    gateway.addInitializers(
        context -> ((GenericApplicationContext) context).registerBean(Clock.class, () -> clock));
    return new OtherInstance(
        gateway.run(
            Stream.concat(
                    SHARED.stream()
                        .filter(
                            name ->
                                Stream.of(arguments)
                                    .noneMatch(given -> given.startsWith("--" + name + "=")))
                        .map(name -> "--" + name + "=" + variable(name)),
                    Stream.concat(
                        Stream.of(
                            "--PORT=0", "--server.address=127.0.0.1", "--DATABASE_POOL_MAX=4"),
                        Stream.of(arguments)))
                .toArray(String[]::new)));
  }

  /** Another instance that runs until it is closed. */
  protected record OtherInstance(ConfigurableApplicationContext context) implements AutoCloseable {

    /** A request to this instance. */
    public Request post(String path) {
      String port = context.getEnvironment().getRequiredProperty("local.server.port");
      return new Request(URI.create("http://127.0.0.1:" + port), "POST", path);
    }

    @Override
    public void close() {
      context.close();
    }
  }
}
