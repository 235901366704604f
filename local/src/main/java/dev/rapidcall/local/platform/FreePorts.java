package dev.rapidcall.local.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Hands out ports that nobody listens on. Free ones come from below the range of outgoing
 * connections, so that none of ours takes one between choice and use.
 */
final class FreePorts {

  private static final int FIRST = 20_000;
  private static final int LAST = 29_999;
  private static final Set<Integer> GIVEN = new HashSet<>();

  private FreePorts() {}

  static int preferably(int port) {
    return isFree(port) ? port : any();
  }

  static synchronized int any() {
    int port;
    do {
      port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
    } while (GIVEN.contains(port) || !isFree(port));
    GIVEN.add(port);
    return port;
  }

  static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
