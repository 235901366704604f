package dev.rapidcall.local;

import dev.rapidcall.calls.importing.ImportCommand;
import dev.rapidcall.local.demo.Demo;
import dev.rapidcall.local.demo.DemoAccount;
import dev.rapidcall.local.demo.DemoException;
import dev.rapidcall.local.platform.LocalDatabase;
import dev.rapidcall.local.platform.LocalPlatform;
import dev.rapidcall.local.platform.LocalService;
import dev.rapidcall.local.platform.PlatformException;
import dev.rapidcall.local.platform.PlatformOptions;
import dev.rapidcall.local.platform.RunningPlatform;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/**
 * The whole platform by one command; with the word {@code demo}, a call on it; with {@code import},
 * the agents and calls of files in it.
 */
public final class RapidCall {

  private final PlatformOptions options;
  private final PrintStream out;

  private RapidCall(PlatformOptions options, PrintStream out) {
    this.options = options;
    this.out = out;
  }

  public static void main(String[] arguments) {
    Map<String, String> environment = System.getenv();
    Logging.prepare(environment);
    Path directory = Path.of(environment.getOrDefault("RAPIDCALL_DATA_DIR", ".data"));
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    RapidCall rapidCall =
        new RapidCall(PlatformOptions.standard(directory.toAbsolutePath(), environment), out);
    System.exit(rapidCall.run(List.of(arguments)));
  }

  private int run(List<String> arguments) {
    try {
      if (arguments.equals(List.of("demo"))) {
        demo();
      } else if (!arguments.isEmpty() && arguments.getFirst().equals(ImportCommand.WORD)) {
        return importFiles(arguments);
      } else if (arguments.isEmpty()) {
        stayUp();
      } else {
        out.println("Unknown: " + arguments + ". Say nothing, or: demo, import");
        return 2;
      }
      return 0;
    } catch (PlatformException | DemoException e) {
      out.println(e.getMessage());
      return 1;
    }
  }

  private void stayUp() {
    LocalPlatform platform = new LocalPlatform(options);
    Shutdown.onSignal(platform, out);
    platform.start();
    account(platform).ensure();
    Welcome.to(platform).forEach(out::println);
    waitForTheSignal();
  }

  /** On the platform that runs, or else on one started for it and stopped after it. */
  private void demo() {
    Optional<RunningPlatform> running = RunningPlatform.find(options);
    if (running.isPresent()) {
      demo(running.get());
      return;
    }
    out.println("Nothing runs yet; starting the platform first.");
    LocalPlatform platform = new LocalPlatform(options);
    Shutdown.onSignal(platform, out);
    platform.start();
    demo(RunningPlatform.of(platform));
  }

  private int importFiles(List<String> arguments) {
    try (LocalDatabase database = LocalDatabase.of(options)) {
      List<String> all = new ArrayList<>(arguments);
      all.addAll(List.of("--DATABASE_URL=" + database.url(), "--DATABASE_SSL=false"));
      return new ImportCommand(out).run(all.toArray(String[]::new));
    }
  }

  private void demo(RunningPlatform platform) {
    URI sandbox =
        platform
            .sandbox()
            .orElseThrow(
                () -> new DemoException("The demo needs the LiveKit sandbox: unset LIVEKIT_URL"));
    new Demo(platform.gateway(), sandbox, platform.origin(), out::println).run();
  }

  private static DemoAccount account(LocalPlatform platform) {
    return new DemoAccount(
        platform.url(LocalService.GATEWAY), platform.configuration().clientOrigin());
  }

  private static void waitForTheSignal() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
