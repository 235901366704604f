package dev.rapidcall.calls.webhooks.delivery.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Finds the addresses of a host. */
@FunctionalInterface
interface Resolver {

  /** All of them. */
  List<InetAddress> resolve(String host) throws UnknownHostException;
}
