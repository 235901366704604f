package dev.rapidcall.calls.webhooks.delivery.http;

import java.net.InetAddress;
import java.util.List;
import okhttp3.HttpUrl;

/**
 * An address that was checked and the only machines that it may lead to: the name is not looked up
 * a second time, when it could lead elsewhere.
 */
record Destination(HttpUrl url, List<InetAddress> addresses) {}
