package dev.rapidcall.local.e2e;

import dev.rapidcall.local.platform.LocalPlatform;
import dev.rapidcall.local.platform.LocalService;
import dev.rapidcall.local.platform.PlatformOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;

/** One platform for all end-to-end tests of this JVM, impatient where people would have to wait. */
final class Platform {
  static final String AGENT_SECRET = "an-agent-secret-for-tests-only-000001";
  static final String LIVEKIT_KEY = "e2ekey";
  static final String LIVEKIT_SECRET = "a-livekit-secret-for-tests-only-0000001";

  private static final LocalPlatform RUNNING = start();

  private Platform() {}

  static URI gateway() {
    return RUNNING.url(LocalService.GATEWAY);
  }

  static URI sandbox() {
    return RUNNING.sandboxUrl();
  }

  static String metricsToken() {
    return RUNNING.configuration().metricsToken();
  }

  static String origin() {
    return RUNNING.configuration().clientOrigin();
  }

  private static LocalPlatform start() {
    LocalPlatform platform = LocalPlatform.started(options());
    Runtime.getRuntime().addShutdownHook(new Thread(platform::close));
    return platform;
  }

  private static PlatformOptions options() {
    try {
      return PlatformOptions.isolated(Files.createTempDirectory("rapidcall-e2e"))
          .withVariable("AGENT_SHARED_SECRET", AGENT_SECRET)
          .withVariable("LIVEKIT_API_KEY", LIVEKIT_KEY)
          .withVariable("LIVEKIT_API_SECRET", LIVEKIT_SECRET)
          .withProperty("CALL_LOOK_EVERY", "500ms")
          .withProperty("CALL_RECONNECT", "2s")
          .withProperty("CALL_ROOM_GONE_AFTER", "3s")
          .withProperty("CALL_WORK_EVERY", "200ms");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
