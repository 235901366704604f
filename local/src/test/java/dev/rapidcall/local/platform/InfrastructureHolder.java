package dev.rapidcall.local.platform;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** A process that runs the infrastructure until it is killed. */
final class InfrastructureHolder {

  private InfrastructureHolder() {}

  static Process start(Path directory, Ports ports) throws Exception {
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                InfrastructureHolder.class.getName(),
                directory.toString(),
                Integer.toString(ports.postgres()),
                Integer.toString(ports.kafka()),
                Integer.toString(ports.kafkaController()),
                Integer.toString(ports.s3()))
            .redirectErrorStream(true)
            .start();
    if (process.inputReader().lines().noneMatch("ready"::equals)) {
      throw new IllegalStateException("The infrastructure did not start");
    }
    return process;
  }

  public static void main(String[] arguments) throws Exception {
    Ports ports =
        new Ports(
            Map.of(),
            0,
            Integer.parseInt(arguments[1]),
            Integer.parseInt(arguments[2]),
            Integer.parseInt(arguments[3]),
            Integer.parseInt(arguments[4]),
            0);
    start(Path.of(arguments[0]), ports, new StopSequence());
    System.out.println("ready");
    new CountDownLatch(1).await();
  }

  static void start(Path directory, Ports ports, StopSequence running) {
    new Infrastructure(
            PlatformOptions.isolated(directory),
            ports,
            new LocalConfiguration(Map.of(), ports),
            running)
        .start();
  }
}
