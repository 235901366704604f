package dev.rapidcall.local.platform;

import dev.rapidcall.local.sandbox.livekit.faults.Faults;
import dev.rapidcall.local.sandbox.livekit.time.Timings;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * How to start the platform.
 *
 * @param directory where its data is kept
 * @param environment the variables that decide about providers, secrets and the gateway's port
 * @param randomPorts whether to leave the well-known ports alone
 * @param timings how long things take in the sandbox
 * @param faults what goes wrong in the sandbox from the start
 * @param properties more settings, per service, before everything else
 */
public record PlatformOptions(
    Path directory,
    Map<String, String> environment,
    boolean randomPorts,
    Timings timings,
    Faults faults,
    Map<LocalService, Map<String, String>> properties) {

  /** As people start it: well-known ports, data kept. */
  public static PlatformOptions standard(Path directory, Map<String, String> environment) {
    return new PlatformOptions(
        directory, environment, false, Timings.likeLiveKit(), Faults.NONE, Map.of());
  }

  /** As tests start it: random ports, a quick sandbox and nothing from outside. */
  public static PlatformOptions isolated(Path directory) {
    return new PlatformOptions(directory, Map.of(), true, Timings.quick(), Faults.NONE, Map.of());
  }

  /**
   * Where the Postgres server is unpacked: kept with the data, or shared by the tests of a machine.
   */
  Path binaries() {
    return randomPorts
        ? Path.of(System.getProperty("java.io.tmpdir"), "embedded-pg")
        : directory.resolve("postgres-server");
  }

  /** One variable more, as if the environment had it. */
  public PlatformOptions withVariable(String name, String value) {
    Map<String, String> more = new HashMap<>(environment);
    more.put(name, value);
    return new PlatformOptions(
        directory, Map.copyOf(more), randomPorts, timings, faults, properties);
  }

  /** One setting more for every service. */
  public PlatformOptions withProperty(String name, String value) {
    PlatformOptions all = this;
    for (LocalService service : LocalService.values()) {
      all = all.withProperty(service, name, value);
    }
    return all;
  }

  /** One setting more for one service. */
  public PlatformOptions withProperty(LocalService service, String name, String value) {
    Map<LocalService, Map<String, String>> all = new EnumMap<>(LocalService.class);
    all.putAll(properties);
    Map<String, String> more = new HashMap<>(all.getOrDefault(service, Map.of()));
    more.put(name, value);
    all.put(service, more);
    return new PlatformOptions(directory, environment, randomPorts, timings, faults, all);
  }

  public PlatformOptions withTimings(Timings other) {
    return new PlatformOptions(directory, environment, randomPorts, other, faults, properties);
  }

  public PlatformOptions withFaults(Faults other) {
    return new PlatformOptions(directory, environment, randomPorts, timings, other, properties);
  }

  @Override
  public String toString() {
    return "PlatformOptions[directory=" + directory + ", randomPorts=" + randomPorts + "]";
  }
}
