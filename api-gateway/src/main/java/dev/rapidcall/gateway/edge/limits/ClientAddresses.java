package dev.rapidcall.gateway.edge.limits;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * From which address a request really comes. Each proxy adds at the right end of {@code
 * X-Forwarded-For} whom it saw, so only as many entries from the right as there are proxies of ours
 * are true; the rest says what the client likes.
 */
final class ClientAddresses {
  private static final String FORWARDED_FOR = "X-Forwarded-For";
  private static final int NETWORK_BYTES = 8;
  private static final Pattern WITH_PORT = Pattern.compile("\\[([^]]*)](?::\\d*)?|([^:]+):\\d*");

  private final int trustedHops;

  ClientAddresses(int trustedHops) {
    this.trustedHops = trustedHops;
  }

  String of(HttpServletRequest request) {
    return network(withoutPort(seenByTheOutermostOfOurs(request)));
  }

  /** Some proxies say the port too, which is another one for each connection. */
  private static String withoutPort(String address) {
    Matcher withPort = WITH_PORT.matcher(address);
    if (!withPort.matches()) {
      return address;
    }
    return withPort.group(1) == null ? withPort.group(2) : withPort.group(1);
  }

  private String seenByTheOutermostOfOurs(HttpServletRequest request) {
    if (trustedHops == 0) {
      return request.getRemoteAddr();
    }
    List<String> hops = new ArrayList<>();
    for (String header : Collections.list(request.getHeaders(FORWARDED_FOR))) {
      hops.addAll(List.of(header.split(",")));
    }
    int outermost = hops.size() - trustedHops;
    return outermost < 0 ? request.getRemoteAddr() : hops.get(outermost).trim();
  }

  /** One customer has 2^64 addresses of the sixth version, so they count as one. */
  private static String network(String address) {
    try {
      return InetAddress.ofLiteral(address) instanceof Inet6Address sixth
          ? HexFormat.of().formatHex(sixth.getAddress(), 0, NETWORK_BYTES)
          : address;
    } catch (IllegalArgumentException e) {
      return address;
    }
  }
}
