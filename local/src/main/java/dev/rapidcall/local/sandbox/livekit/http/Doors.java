package dev.rapidcall.local.sandbox.livekit.http;

import com.sun.net.httpserver.HttpServer;
import dev.rapidcall.local.sandbox.livekit.calls.PlayedCalls;
import dev.rapidcall.local.sandbox.livekit.egress.EgressService;
import dev.rapidcall.local.sandbox.livekit.faults.FaultBoard;
import dev.rapidcall.local.sandbox.livekit.rooms.Dispatches;
import dev.rapidcall.local.sandbox.livekit.rooms.Rooms;
import dev.rapidcall.local.sandbox.livekit.time.CallTimings;
import dev.rapidcall.local.sandbox.livekit.time.World;
import dev.rapidcall.local.sandbox.livekit.wire.TokenReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The HTTP server, on loopback only. */
public final class Doors implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /** Opens at this port, or at any when it is 0. */
  public Doors(int port) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    } catch (IOException e) {
      throw new UncheckedIOException("the LiveKit sandbox cannot listen on port " + port, e);
    }
    server.setExecutor(threads);
    server.createContext("/", exchange -> Answer.text(200, "OK").send(exchange));
  }

  /** LiveKit's API. */
  public void livekit(
      World world,
      Rooms rooms,
      Dispatches dispatches,
      EgressService egress,
      TokenReader tokens,
      FaultBoard faults) {
    List<TwirpMethod<?>> methods = new ArrayList<>();
    methods.addAll(new RoomMethods(world, rooms, dispatches).all());
    methods.addAll(new DispatchMethods(world, dispatches).all());
    methods.addAll(new EgressMethods(world, egress).all());
    methods.addAll(new SipMethods(world, rooms.presence()).all());
    server.createContext("/twirp/", new TwirpApi(methods, tokens, faults));
  }

  /** The sandbox's own API. */
  public void control(PlayedCalls calls, CallTimings timings, FaultBoard faults) {
    server.createContext("/sandbox/", new ControlApi(calls, timings, faults));
  }

  public void open() {
    server.start();
  }

  public int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
