package dev.rapidcall.local.sandbox.ai;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A running stand-in for the three AI providers, on loopback only. */
public final class AiSandbox implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AiFaultBoard faults = new AiFaultBoard();

  private AiSandbox(AiSandboxConfig config) {
    try {
      server =
          HttpServer.create(
              new InetSocketAddress(InetAddress.getLoopbackAddress(), config.port()), 0);
    } catch (IOException e) {
      throw new UncheckedIOException("the AI sandbox cannot listen on port " + config.port(), e);
    }
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange ->
            new Reply(200, "text/plain", "OK".getBytes(StandardCharsets.UTF_8)).send(exchange));
    open("/v1/chat/completions", "chat", new ChatCompletions(config.openAiKey(), config.clock()));
    open(ElevenLabs.PATH, "elevenlabs", new ElevenLabs(config.elevenLabsKey()));
    open("/tts/bytes", "cartesia", new Cartesia(config.cartesiaKey()));
    server.createContext("/sandbox/", new AiControl(faults));
  }

  /** Starts one. */
  public static AiSandbox start(AiSandboxConfig config) {
    AiSandbox sandbox = new AiSandbox(config);
    sandbox.server.start();
    return sandbox;
  }

  /** Where it is; {@code OPENAI_BASE_URL} is this and {@code /v1}. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Sets faults. */
  public AiFaultBoard faults() {
    return faults;
  }

  @Override
  public void close() {
    faults.close();
    server.stop(0);
    threads.shutdownNow();
  }

  private void open(String path, String name, Door.Provider provider) {
    server.createContext(path, new Door(name, provider, faults));
  }
}
