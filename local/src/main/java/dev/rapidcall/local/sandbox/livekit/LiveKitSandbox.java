package dev.rapidcall.local.sandbox.livekit;

import dev.rapidcall.local.sandbox.livekit.calls.AgentAccess;
import dev.rapidcall.local.sandbox.livekit.calls.PlayedCalls;
import dev.rapidcall.local.sandbox.livekit.calls.Scene;
import dev.rapidcall.local.sandbox.livekit.egress.EgressService;
import dev.rapidcall.local.sandbox.livekit.faults.FaultBoard;
import dev.rapidcall.local.sandbox.livekit.http.Doors;
import dev.rapidcall.local.sandbox.livekit.rooms.Dispatches;
import dev.rapidcall.local.sandbox.livekit.rooms.Rooms;
import dev.rapidcall.local.sandbox.livekit.time.RealTimers;
import dev.rapidcall.local.sandbox.livekit.time.Timers;
import dev.rapidcall.local.sandbox.livekit.time.World;
import dev.rapidcall.local.sandbox.livekit.webhooks.WebhookQueues;
import dev.rapidcall.local.sandbox.livekit.webhooks.WebhookSender;
import dev.rapidcall.local.sandbox.livekit.webhooks.WebhookSignature;
import dev.rapidcall.local.sandbox.livekit.webhooks.Webhooks;
import dev.rapidcall.local.sandbox.livekit.wire.SigningKey;
import dev.rapidcall.local.sandbox.livekit.wire.TokenReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;

/** A running LiveKit stand-in. The LiveKit SDK talks to it; people steer it by its control API. */
public final class LiveKitSandbox implements AutoCloseable {

  private final Timers timers;
  private final HttpClient http;
  private final FaultBoard faults = new FaultBoard();
  private final World world;
  private final WebhookQueues queues;
  private final Rooms rooms;
  private final EgressService egress;
  private final PlayedCalls calls;
  private final Doors doors;

  /** Starts one in real time. */
  public static LiveKitSandbox start(LiveKitSandboxConfig config) {
    return new LiveKitSandbox(config, new RealTimers());
  }

  LiveKitSandbox(LiveKitSandboxConfig config, Timers timers) {
    this.doors = new Doors(config.port());
    this.timers = timers;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    this.world = new World(config.clock(), timers);
    SigningKey key = new SigningKey(config.apiKey(), config.apiSecret());
    this.queues = queues(config, key);
    Webhooks webhooks = new Webhooks(world, faults, queues);
    this.rooms = new Rooms(world, config.timings().rooms(), webhooks);
    Dispatches dispatches = new Dispatches(world, rooms);
    this.egress = new EgressService(world, config.timings().egress(), rooms, webhooks, faults);
    this.calls = new PlayedCalls(scene(config, dispatches));
    TokenReader tokens = new TokenReader(key, config.clock());
    doors.livekit(world, rooms, dispatches, egress, tokens, faults);
    doors.control(calls, config.timings().calls(), faults);
    doors.open();
  }

  /** What `LIVEKIT_URL` is set to. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + doors.port());
  }

  /** Plays calls. */
  public PlayedCalls calls() {
    return calls;
  }

  /** Sets faults. */
  public FaultBoard faults() {
    return faults;
  }

  @Override
  public void close() {
    faults.close();
    doors.close();
    timers.close();
    egress.close();
    queues.close();
    http.shutdownNow();
  }

  World world() {
    return world;
  }

  Rooms rooms() {
    return rooms;
  }

  private WebhookQueues queues(LiveKitSandboxConfig config, SigningKey key) {
    WebhookSender sender =
        new WebhookSender(
            http,
            config.webhookUrl(),
            new WebhookSignature(key, config.clock()),
            config.timings().webhooks().retries());
    return new WebhookQueues(sender, config.timings().webhooks().maxAge(), System::nanoTime);
  }

  private Scene scene(LiveKitSandboxConfig config, Dispatches dispatches) {
    return new Scene(
        world,
        config.clock(),
        config.timings().calls(),
        rooms,
        rooms.presence(),
        dispatches,
        new AgentAccess(config.agentApi(), config.agentSecret()),
        http);
  }
}
