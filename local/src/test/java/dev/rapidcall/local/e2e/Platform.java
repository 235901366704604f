package dev.rapidcall.local.e2e;

import dev.rapidcall.events.WorkspaceId;
import dev.rapidcall.local.platform.LocalPlatform;
import dev.rapidcall.local.platform.LocalService;
import dev.rapidcall.local.platform.PlatformOptions;
import dev.rapidcall.service.environment.Secret;
import dev.rapidcall.service.identity.Caller;
import dev.rapidcall.service.identity.InternalTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import org.springframework.context.ApplicationContext;

/** One platform for all end-to-end tests of this JVM, impatient where people would have to wait. */
final class Platform {
  static final String AGENT_SECRET = "an-agent-secret-for-tests-only-000001";
  static final String LIVEKIT_KEY = "e2ekey";
  static final String LIVEKIT_SECRET = "a-livekit-secret-for-tests-only-0000001";

  private static final String INTERNAL_KEY = "an-internal-token-key-for-tests-00000001";

  private static final LocalPlatform RUNNING = start();

  private Platform() {}

  static URI gateway() {
    return RUNNING.url(LocalService.GATEWAY);
  }

  static URI url(LocalService service) {
    return RUNNING.url(service);
  }

  /** As the gateway passes on a person's request. */
  static String internalToken() {
    return new InternalTokens(List.of(new Secret(INTERNAL_KEY)), Clock.systemUTC())
        .mint(Caller.user("documentation", new WorkspaceId("documentation")), "documentation");
  }

  static URI sandbox() {
    return RUNNING.sandboxUrl();
  }

  static URI aiSandbox() {
    return RUNNING.aiSandboxUrl();
  }

  static String database() {
    return RUNNING.databaseUrl();
  }

  static String metricsToken() {
    return RUNNING.configuration().metricsToken();
  }

  static String origin() {
    return RUNNING.configuration().clientOrigin();
  }

  static ApplicationContext context(LocalService service) {
    return RUNNING.context(service);
  }

  private static LocalPlatform start() {
    ApiDocument.configure();
    LocalPlatform platform = LocalPlatform.started(options());
    Runtime.getRuntime().addShutdownHook(new Thread(platform::close));
    return platform;
  }

  private static PlatformOptions options() {
    try {
      return PlatformOptions.isolated(Files.createTempDirectory("rapidcall-e2e"))
          .withVariable("AGENT_SHARED_SECRET", AGENT_SECRET)
          .withVariable("INTERNAL_TOKEN_KEY", INTERNAL_KEY)
          .withVariable("LIVEKIT_API_KEY", LIVEKIT_KEY)
          .withVariable("LIVEKIT_API_SECRET", LIVEKIT_SECRET)
          .withProperty("CALL_LOOK_EVERY", "500ms")
          .withProperty("CALL_RECONNECT", "2s")
          .withProperty("CALL_ROOM_GONE_AFTER", "3s")
          .withProperty("CALL_WORK_EVERY", "200ms")
          .withProperty("springdoc.use-fqn", "true")
          .withProperty("springdoc.default-produces-media-type", "application/json")
          .withProperty("CALL_TRANSCRIPT_QUIET", "1s")
          .withProperty("CALL_TRANSCRIPT_LATEST", "4s")
          .withProperty("ANALYSIS_RETRY_AFTER", "300ms")
          .withProperty("SIGN_IN_LIMIT_PER_ACCOUNT", "1000000")
          .withProperty("SIGN_IN_LIMIT_PER_ADDRESS", "1000000")
          .withProperty("WORKSPACE_EXPENSIVE_REQUESTS_PER_MINUTE", "1000000")
          .withProperty("WORKSPACE_REQUESTS_PER_MINUTE", "1000000");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
