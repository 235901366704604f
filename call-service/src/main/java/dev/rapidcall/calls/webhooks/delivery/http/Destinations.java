package dev.rapidcall.calls.webhooks.delivery.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/** Decides whether we send to an address that a customer named. */
final class Destinations {
  private static final Pattern ENDS_IN_A_NUMBER =
      Pattern.compile("(.*\\.)?(\\d+|0x[0-9a-f]*)\\.?", Pattern.CASE_INSENSITIVE);

  private final SendingSettings settings;
  private final Resolver resolver;
  private final Predicate<InetAddress> isPublic;

  Destinations(SendingSettings settings, Resolver resolver, Predicate<InetAddress> isPublic) {
    this.settings = settings;
    this.resolver = resolver;
    this.isPublic = isPublic;
  }

  Destination check(String address) throws RefusedException {
    HttpUrl url = HttpUrl.parse(address);
    if (url == null) {
      throw new RefusedException("the address is not an http address");
    }
    if (!url.username().isEmpty() || !url.password().isEmpty()) {
      throw new RefusedException("the address holds a user name or password");
    }
    if (isAmbiguous(url.host())) {
      throw new RefusedException("the address is not written in the usual way");
    }
    if (!settings.allowInsecure()) {
      requireSafe(url);
    }
    List<InetAddress> addresses = addresses(url);
    if (!settings.allowInsecure() && !addresses.stream().allMatch(isPublic)) {
      throw new RefusedException("the address is not on the public internet");
    }
    return new Destination(url, addresses);
  }

  /** Octal, hexadecimal and shortened numbers mean different machines to different readers. */
  private static boolean isAmbiguous(String host) {
    if (!ENDS_IN_A_NUMBER.matcher(host).matches()) {
      return false;
    }
    try {
      return !InetAddress.ofLiteral(host).getHostAddress().equals(host);
    } catch (IllegalArgumentException e) {
      return true;
    }
  }

  private void requireSafe(HttpUrl url) throws RefusedException {
    if (!url.isHttps()) {
      throw new RefusedException("the address is not https");
    }
    if (!settings.ports().contains(url.port())) {
      throw new RefusedException("port " + url.port() + " is not allowed");
    }
  }

  private List<InetAddress> addresses(HttpUrl url) throws RefusedException {
    try {
      List<InetAddress> addresses = resolver.resolve(url.host());
      if (!addresses.isEmpty()) {
        return addresses;
      }
    } catch (UnknownHostException e) {
      // told below
    }
    throw new RefusedException("the host has no address");
  }
}
